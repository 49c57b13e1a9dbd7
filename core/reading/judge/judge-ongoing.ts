import { isFlaw, isNeverLate } from './is-doubtful.js';
import { judgePromise, TIMES } from './judge-promise.js';
import { foldedWords, type Part } from '../clause/part.js';
import {
  DENIALS,
  DOUBTS,
  find,
  indexOf,
  isMoney,
  isNoMoreThan,
  isNumber,
  isSettled,
  isUnknownWord,
  isUpTo,
  isVerb,
  LIGHT,
  mayBeVerb,
  OWN_WORK,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

const OPEN = tags('notYet', 'cannot');
const FINISHING = tags('complete', 'hand', 'work', 'draft', 'every', 'doing');
const REST = tags('left', 'except');
const COUNTED = tags('more', 'piece', 'member');
const NO_MORE_THAN = tags('only', 'newly');
const MORE_TO_DO = tags('which', 'must', 'haveTo');
const STATES = tags('doing', 'begun', 'some');
const NOUNS = tags('resource', 'member', 'piece', 'other', 'self', 'you');

/** `chưa nộp`, `chưa đủ`, `sổ trực chưa ghi`: open. `chưa làm` says nothing of how far it is. */
export function judgeOpen(parts: readonly Part[]): Sense | null {
  const at = indexOf(parts, OPEN);
  if (at < 0 || find(parts, DOUBTS, 0, at) || awaitsAnswer(parts, at) || isNeverLate(parts, at)) return null;
  // `còn lâu`
  if (parts[at]!.tokens.length > 1 && parts[at]!.tokens[0]!.fold === 'con') return sense('open', [parts[at]]);
  const verb = find(parts, FINISHING, at + 1);
  const share = parts.slice(at + 1).find((part) => isNumber(part) && part.tokens[0]!.kind !== 'number');
  const rest = parts.slice(at + 1).filter((part) => !LIGHT.holds(part));
  // Whatever the verb is, something has not been done.
  const isNamed =
    at > 0 && (NOUNS.holds(parts[at - 1]) || parts[at - 1]!.tag === null || parts[at - 1]!.tag === 'then');
  const unknown = isNamed && isUnknownWord(rest[0]) ? rest[0] : undefined;
  // `ca đêm chưa ai nhận`, `chưa có ai soạn`, `điểm chưa có`
  const nobody = rest.find((part) => part.tag === 'which');
  const none = isNamed && rest.length === 1 && rest[0]!.tag === 'have' ? rest[0] : undefined;
  // `chua viet` without marks
  const isThing = rest.length === 1 || (at === 0 && rest.length === 2 && rest[1]!.tag === null);
  const maybeVerb = rest[0] && isThing && (mayBeVerb(rest[0]) || rest[0].isAsked) ? rest[0] : undefined;
  const found = verb ?? maybeVerb ?? share ?? unknown ?? (isNamed ? nobody : undefined) ?? none;
  return found && !isBareDoing(found) ? sense('open', [parts[at], found]) : null;
}

const ANSWERS = /^(?:phan hoi|tra loi|hoi am|xac nhan|noi gi|rep|tra ket qua)$/;

/** `chưa thấy văn phòng phản hồi`: the other side has not answered. */
function awaitsAnswer(parts: readonly Part[], at: number): boolean {
  const isSeen = /^(?:thay|co)/.test(foldedWords(parts[at + 1]));
  return isSeen && parts.slice(at + 2).some((part) => ANSWERS.test(foldedWords(part)));
}

function isBareDoing(part: Part): boolean {
  return ['lam', 'thuc hien'].includes(foldedWords(part));
}

/** What is being done, is left, or will be done. */
export function judgeOngoing(parts: readonly Part[]): Sense | null {
  const neg = indexOf(parts, DENIALS);
  // `will get on it`
  const state = find(parts, 'will') ? -1 : indexOf(parts, STATES);
  // `kế toán đang đi tập huấn`: who is not there
  if (parts[state]?.tag === 'doing' && parts[state + 1]?.tag === 'away') return null;
  if (state >= 0 && (neg < 0 || neg > state)) return sense('underway', [parts[state]]);
  // `phần kinh phí đang tính`
  const end = parts.findLast(({ tag }) => tag !== 'particle');
  if (neg < 0 && parts.length > 1 && foldedWords(end) === 'dang tinh') return sense('underway', [end]);
  if (neg >= 0) return judgeLeft(parts, neg);
  if (find(parts, DOUBTS)) return null;
  // `tụi em làm tiếp`, `giờ chạy tiếp`
  const further = parts.find(
    ({ tag, tokens }, at) => tag === 'further' && (tokens.length > 1 || parts[at - 2]?.tag === 'now'),
  );
  // `qua xóm Gò tiêm tiếp đây`
  const last = parts.findLast((part) => part.tag !== 'particle' && foldedWords(part) !== 'day');
  if (
    last?.tag === 'further' &&
    isVerb(parts[parts.indexOf(last) - 1]) &&
    parts[0]?.tag === 'at' &&
    !isSettled(parts)
  )
    return sense('underway', [last]);
  // `nay làm tiếp rồi`
  const isOnAgain = parts[0]?.tag === 'now' && further === parts[1] && parts[2]?.tag === 'already';
  if (further && (isOnAgain || (find(parts, ACTING) && !isSettled(parts) && !find(parts, TIMES))))
    return sense('underway', [further]);
  // `mới triển khai xuống các chi hội`
  const newly = indexOf(parts, 'newly');
  if (newly >= 0 && parts[newly + 1]?.tag === 'prep' && !isSettled(parts))
    return sense('underway', [parts[newly], parts[newly + 1]]);
  // `mới đào lộ cái ống thôi`
  const isJustThat = parts.at(-1)?.tokens[0]!.fold === 'thoi' && OWN_WORK.holds(parts[newly + 1]);
  if (newly >= 0 && isJustThat && !isSettled(parts))
    return sense('underway', [parts[newly], parts[newly + 1]]);
  if (isMovingOn(parts)) return sense('underway', parts.slice(0, 2));
  // `đợi bác Thanh nữa là nộp`
  const more = indexOf(parts, 'more');
  if (more > 0 && /^la /.test(foldedWords(parts[more + 1])) && parts[more + 1]!.tag === 'sayAfter')
    return sense('underway', [parts[more], parts[more + 1]]);
  const toGo = judgeToGo(parts);
  if (toGo) return toGo;
  const left = judgeLeft(parts, neg);
  // `giờ chỉnh hình nữa thôi`
  if (!left && isNoMoreThan(parts)) return sense('underway', [find(parts, 'more')]);
  return left ?? judgeSoFar(parts) ?? judgeNear(parts) ?? judgePromise(parts);
}

/** `hai lớp nữa là đủ`, `học 5 buổi nữa là bế giảng` */
function judgeToGo(parts: readonly Part[]): Sense | null {
  const more = indexOf(parts, 'more');
  if (more < 1 || parts[more + 1]?.tag !== 'is') return null;
  const end = parts[more + 2];
  if (/^(?:every|complete)$/.test(end?.tag ?? '')) return sense('underway', [parts[more]]);
  const isCounted = isVerb(end) && parts.slice(0, more).some(isNumber);
  return isCounted ? sense('underway', [parts[more + 1], parts[more]]) : null;
}

const MOVES = /^(?:len|xuong|qua|sang|toi|den|vao|vo|ra|chuyen sang|chuyen qua)$/;
const GOALS = tags('member', 'piece', 'other');
const NO_GOALS = /^(?:nha|an|nghi|uy ban|huyen|tinh)(?: |$)/;

/** `giờ qua kho B`, `giờ sang tiểu học`: to the next part of the work. */
function isMovingOn(parts: readonly Part[]): boolean {
  if (parts[0]?.tag !== 'now') return false;
  // `giờ mới sang bước nhập liệu`
  const goes = parts[1]?.tag === 'newly' ? 2 : 1;
  const goal = parts[goes + 1];
  if (!MOVES.test(foldedWords(parts[goes])) || !GOALS.holds(goal) || isSettled(parts)) return false;
  return goes === 2 || (!NO_GOALS.test(foldedWords(goal)) && !find(parts, VERBS));
}

const ACTING = tags('self', 'now');

/** English `only the floor left`; `everyone left` went. */
export const isOnlyLeft = (parts: readonly Part[], at: number): boolean =>
  /^(?:left|remaining|to go)$/.test(foldedWords(parts[at])) &&
  parts.slice(0, 2).some((part) => /^(?:only|just)$/.test(foldedWords(part)));

/** `còn 3 lớp`, `còn phần ảnh`, `trừ lớp 4A` */
function judgeLeft(parts: readonly Part[], neg: number): Sense | null {
  const at = indexOf(parts, REST);
  if (at < 0 || (neg >= 0 && neg < at)) return null;
  const part = parts[at]!;
  if (isOnlyLeft(parts, at)) return sense('underway', [part]);
  // `sót 1 hộ thì tối qua em đi nốt rồi`
  if (find(parts, 'further', at) && find(parts, 'ago', at) && parts.at(-1)!.tag === 'already') return null;
  // `tiền em còn giữ`
  if (foldedWords(parts[at + 1]) === 'giu') return null;
  // `còn 0`
  if (parts[at + 1]?.tokens[0]!.raw === '0') return sense('clean', [part]);
  // `cho diem tru` without marks: trú
  // `riêng ảnh hơi mờ`
  if (part.tag === 'except' && (parts[at + 1] === undefined || isFlaw(parts))) return null;
  if (part.tag === 'except' || part.tokens.length > 1) return sense('underway', [part]);
  const what = parts[at + 1];
  // `còn đồng chí Tâm đi điều trị`
  const name = parts[at + 2]?.tokens[0]!.raw ?? '';
  if (what?.tag === 'you' && /^\p{Lu}\p{Ll}/u.test(name)) return sense('underway', [part]);
  const isThing =
    what !== undefined &&
    (what.tag === null || isNumber(what) || NOUNS.holds(what) || VERBS.holds(what) || MORE_TO_DO.holds(what));
  const more = find(parts, COUNTED, at + 1);
  const counted = parts.slice(at + 1, at + 5).find(isNumber);
  return (isThing && what.tokens[0]!.kind === 'word' && !LIGHT.holds(what)) || more || counted
    ? sense('underway', [part, more ?? counted])
    : null;
}

/** `mới kiểm tra được 3 trạm`, `chỉ nộp 2 lớp`, `tiêm được 120 cháu`: so much so far. */
function judgeSoFar(parts: readonly Part[]): Sense | null {
  const only = indexOf(parts, NO_MORE_THAN);
  const able = indexOf(parts, 'able');
  const from = only >= 0 ? only : able;
  if (from < 0) return judgeReached(parts);
  if (isFlaw(parts)) return null;
  // `sơn được mặt trước thôi`
  if (able >= 0 && parts.some((part) => part.tokens[0]!.fold === 'thoi'))
    return sense('underway', [parts[able]]);
  const counted = parts
    .slice(from + 1)
    .find((part) => isNumber(part) || part.tag === 'able' || part.tag === 'some');
  // `quyên góp được 15 triệu`
  if (counted && isMoney(parts, parts.indexOf(counted))) return null;
  return counted ? sense('underway', [parts[from], counted]) : null;
}

/** `em điền tới mục 7`, `gửi bản nháp` */
function judgeReached(parts: readonly Part[]): Sense | null {
  const sketch = find(parts, 'sketch');
  if (
    sketch &&
    (sketch.tokens.length > 2 || /^(?:gui|nop|trinh)$/.test(sketch.tokens[0]!.fold) || find(parts, VERBS))
  )
    return sense('underway', [sketch]);
  const verb = find(parts, OWN_WORK);
  const to = parts.findIndex(isUpTo);
  const isPlace =
    to > 0 &&
    !isNumber(parts[to - 1]) &&
    (isNumber(parts[to + 1]) || isNumber(parts[to + 2])) &&
    parts[to + 1]!.tag !== 'day';
  return verb && isPlace && parts.indexOf(verb) < to && verb.tag !== 'hand'
    ? sense('underway', [verb, parts[to]])
    : null;
}

/** `sắp rồi`, `gần tới`: near the end, with no word for what it is the end of. */
function judgeNear(parts: readonly Part[]): Sense | null {
  const near = find(parts, 'nearly');
  if (!near) return null;
  const rest = parts.filter((part) => part !== near && !LIGHT.holds(part) && part.tag !== 'already');
  // `sắp tới xóm cuối rồi`; `gần` may only say where.
  if (rest.length === 0 || near.tokens[0]!.fold === 'sap') return sense('underway', [near]);
  const verb = find(parts, VERBS, parts.indexOf(near) + 1);
  if (parts[parts.indexOf(near) + 1]?.tag === 'every') return sense('underway', [near]);
  return verb ? sense('next', [near, verb]) : null;
}
