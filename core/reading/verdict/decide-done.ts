import { PICTURES } from './asides.js';
import { asksMore } from './asks-more.js';
import {
  isAwaited,
  isHandedOver,
  isNotDoneButOfThing,
  isStillComing,
  isStuffComing,
  isWaiting,
} from './awaited.js';
import { isBarredAfter, isHeldUpBeside, isOwnActBarred, isStuckAtEnd } from './barred.js';
import { decideOpen } from './decide-open.js';
import { isDoubtful } from '../judge/is-doubtful.js';
import { isStepOfReport, mayHaveFailed } from './not-quite-done.js';
import { isOfPart, onlyPieces, sharesSubject } from './of-part.js';
import { findSettled, isOvertaken } from './overtaken.js';
import { foldedWords, type Part } from '../clause/part.js';
import type { Status } from '../reading.js';
import { hasRestToCome, isSoldOut } from './rest-to-come.js';
import { isServed } from './served.js';
import { isShortOfAim } from './short-of-aim.js';
import { find, indexOf, isPartOf, isSettled, tags } from '../clause/sense.js';
import { isOpen, says, type Statement } from './statement.js';
import { isToBeContinued } from './to-be-continued.js';

const COMING = tags('will', 'ahead', 'promise', 'day', 'within', 'today');

/** The status of a reply of which one clause at least says done. What speaks against it and has no place is asked back. */
export function decideDone(told: readonly Statement[]): Status | null {
  const all = told.filter((one, index) => !isWhyLate(one, told[index - 1]) && !isServed(one));
  // `nộp chậm vì sửa xong rồi`
  return says(all, 'done') ? decideBeside(all) : null;
}

function decideBeside(all: readonly Statement[]): Status | null {
  const settled = findSettled(all, isOfPart(all));
  const said = all.filter((_, index) => !isOvertaken(all, index, settled));
  const ofPart = said.length === all.length ? settled.isOfPart : isOfPart(said);
  const isStep = said.some(({ sense }) => sense.meaning === 'done' && sense.isStep);
  if (hasRestToCome(said) || isShortOfAim(said)) return 'in_progress';
  if (
    said.some((one) => isOpen(one) && !isShortOf(one, said) && !(isResult(one, said) && said.some(isWholly)))
  )
    return decideOpen(said, ofPart || isStep);
  if (said.some((one, index) => isUnclear(one, said[index + 1], ofPart) || isPromise(one))) return null;
  const last = said.findLastIndex(({ sense }) => sense.meaning === 'done');
  // `có 2 em vắng nhưng tiêm bù rồi`: what is doubted is settled at once.
  const isSettledAt = (one: Statement | undefined) =>
    one?.clause.opener === 'contrast' && one.sense.meaning === 'done';
  const isDoubt = ({ clause, sense }: Statement, at: number) =>
    isDoubtful(clause, sense, at > last) && !isSettledAt(said[at + 1]);
  if (said.some(isDoubt)) return sharesSubject(said, true) ? 'in_progress' : null;
  if (said.some((one) => isToCome(one, said)))
    return ofPart || isStep || isToBeContinued(said) ? 'in_progress' : null;
  if ((isStep && isStuckAtEnd(said)) || isSoldOut(said) || isOwnActBarred(said, last)) return 'blocked';
  if (said.some(isHeldUpBeside)) return 'in_progress';
  if (said.slice(last + 1).some(isBarredAfter)) return 'blocked';
  if (isAwaited(said)) return 'in_progress';
  if (mayHaveFailed(said) || said.some(mayGoOn) || asksMore(said)) return null;
  if (said.some(({ sense }) => sense.meaning === 'blocked' && sense.decided.some(isFailure)))
    return stuckOrUnsure(said);
  if ((says(said, 'blocked') && isStep) || (ofPart && (says(said, 'blocked') || says(said, 'trouble'))))
    return 'in_progress';
  if (said.some(isStuffComing) && said.every(isNotDoneButOfThing)) return 'in_progress';
  // `đã phát phiếu về các lớp, chờ thu lại`, `đã đặt mua, hàng chưa về`
  if (!said.some((one) => one.sense.meaning === 'done' && isHandedOver(one))) {
    if (said.some(isStillComing)) return 'in_progress';
    if (said.some(isWaiting)) return null;
  }
  return isOnlySome(said) || onlyPieces(said) || isStepOfReport(said) ? null : 'done';
}

/** `kiểm tra xong 9 bếp`: of how many is not said, and nothing sums it up. */
function isOnlySome(said: readonly Statement[]): boolean {
  const isSummed = said.some(
    (one) => one.sense.meaning === 'done' && one.clause.parts.length <= 3 && isComplete(one),
  );
  return !isSummed && said.some(({ sense }) => isPartOf(sense));
}

/** `kế hoạch xong rồi nhưng tiền chưa về, chưa làm gì được` */
function stuckOrUnsure(said: readonly Statement[]): Status | null {
  if (!said.some((one) => one.sense.meaning === 'done' && isComplete(one))) return 'blocked';
  const isNothingDone = said.some(
    ({ clause: { parts }, sense }) =>
      sense.meaning === 'blocked' && parts[0]?.tag === 'notYet' && parts[2]?.tag === 'which',
  );
  return isNothingDone && said.some(({ clause }) => clause.opener === 'contrast') ? 'blocked' : null;
}

/** `đã nộp, chỉ thiếu mỗi chữ ký`: a trouble beside it, as `nhưng thiếu chữ ký` is. */
function isShortOf({ clause: { parts }, sense }: Statement, said: readonly Statement[]): boolean {
  const isLack =
    sense.decided[0]?.tag === 'lack' &&
    (find(parts, 'only') !== undefined || foldedWords(parts[0]) === 'just') &&
    find(parts, 'resource') !== undefined;
  return isLack && said.some((one) => one.sense.meaning === 'done' && isHandedOver(one));
}

/** `đã nộp xong, có hơi chậm vì sếp chưa ký`: why it was late. */
function isWhyLate({ clause }: Statement, before: Statement | undefined): boolean {
  return (
    clause.opener === 'cause' &&
    before !== undefined &&
    before.clause.parts.some((part) => /(?:^| )(?:cham|tre|muon)$/.test(foldedWords(part)))
  );
}

/** `quay xong đang dừng`: whether all of it was done before is not said; without marks it may be dựng. */
function mayGoOn({ clause: { parts }, sense }: Statement): boolean {
  if (sense.meaning !== 'blocked' || parts[0]?.tokens[0]!.fold !== 'dang') return false;
  return sense.decided.some((part) => /(?:^| )(?:dung|dung lai)$/.test(foldedWords(part)));
}

const HELPLESS =
  /^(?:(?:khong|chua) biet (?:tinh sao|lam sao|xoay dau)|bo tay|chiu (?:chet|thua)|danh (?:chiu|bo tay|ngung|dung|nghi))$/;

function isFailure(part: Part): boolean {
  return part.tag === 'able' || part.tag === 'cannot' || HELPLESS.test(foldedWords(part));
}

function isComplete({ clause }: Statement): boolean {
  return find(clause.parts, 'complete') !== undefined;
}

/** `livestream xong, chốt được 86 đơn`: what came of it. */
function isResult(one: Statement, said: readonly Statement[]): boolean {
  const { clause, sense, share } = one;
  // `chấm xong, nhập được 2 lớp` to `Nhập điểm`: how far that is
  const isAsked = clause.parts.some((part) => part.isAsked);
  if (isAsked && said.slice(0, said.indexOf(one)).some(({ sense: { meaning } }) => meaning === 'done'))
    return false;
  // `xong rồi, được 70%`
  if (share !== null) return false;
  // `kéo dây xong, gắn được 9 mắt rồi`: how far it is
  if (find(clause.parts, 'already')) return false;
  return sense.meaning === 'underway' && sense.decided.length === 2 && sense.decided[0]!.tag === 'able';
}

function isWholly(one: Statement): boolean {
  const { parts } = one.clause;
  // `vậy là đủ`
  const isSum = parts[0]?.tag === 'just' && parts[1]?.tag === 'every';
  const isAll = isSum || parts.some((part) => part.tag === 'already' && /^het /.test(foldedWords(part)));
  return one.sense.meaning === 'done' && !one.sense.ofPart && (isComplete(one) || isAll);
}

function isToCome(one: Statement, said: readonly Statement[]): boolean {
  return one.sense.meaning === 'next' && !(isSentAt(one) && said.some(isWholly)) && !isPictured(one, said);
}

/** `xong rồi, mai em gửi ảnh`: pictures of it. */
function isPictured({ clause: { parts } }: Statement, said: readonly Statement[]): boolean {
  const isSaid = said.some(({ clause, sense: { meaning } }) => meaning === 'done' && isSettled(clause.parts));
  return (
    isSaid &&
    [parts[0], parts.findLast((part) => part.tag !== 'particle' && foldedWords(part) !== 'sau')].some(
      (part) => part?.tag === 'resource' && PICTURES.test(foldedWords(part)),
    )
  );
}

/** `đã xong hết, em gửi lúc 9h15 ngày 3/2`: beside that all is done, when it was. */
function isSentAt({ clause: { parts }, sense: { decided } }: Statement): boolean {
  const hour = indexOf(parts, 'hour');
  return hour > 0 && parts[hour - 1]?.tag === 'hand' && decided[0]?.tag === 'day';
}

/** `tổ 1 xong, mai triển khai tổ 2`, `đã lưu file, để em triển khai`: what is still to come, be it taken or not. */
function isPromise({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  if (meaning !== 'ack') return false;
  const isTaken = decided[0]?.tag === 'letMe' && /^de /.test(foldedWords(decided[0]));
  return COMING.holds(decided[0]) || (isTaken && find(parts, TO_DO) !== undefined && !find(parts, 'then'));
}

const TO_DO = tags('work', 'draft', 'prep', 'further');

/** What is not clear, and may be still to come: `gom phiếu xong, 3 lớp hẹn thứ hai`; of a part of it anything may. */
function isUnclear(
  { clause: { parts }, sense }: Statement,
  next: Statement | undefined,
  ofPart: boolean,
): boolean {
  if (next?.clause.opener === 'so' && next.sense.meaning === 'done') return false;
  return (
    sense.meaning === 'unclear' &&
    !sense.ofPart &&
    !sense.isWhen &&
    (ofPart || parts.some((part) => MAY_COME.mayHold(part)))
  );
}

const MAY_COME = tags(
  ...(['will', 'ahead', 'promise', 'wait', 'notYet', 'cannot', 'left', 'some', 'only', 'except'] as const),
  ...(['if', 'whenever', 'believed', 'ask', 'or', 'undo', 'haveTo', 'must', 'within'] as const),
);
