import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { find, isUnknownWord } from '../clause/sense.js';
import type { Statement } from './statement.js';

/** Whether what is done waits for a part of the work itself: in that case it is not all done. */
export function isAwaited(said: readonly Statement[]): boolean {
  if (!said.some(isWaiting)) return false;
  if (said.some(isSample) && said.some(isResultAwaited)) return true;
  // `giữ chỗ xong, còn chờ nhập tên 1 bạn`
  const isStill = said.some(
    (one) => isWaiting(one) && /^con (?:cho|doi)$/.test(foldedWords(one.sense.decided[0])),
  );
  return isStill && !said.some(isSurelyDone);
}

/** `đã hoàn thành`, `xong hết rồi` */
const isSurelyDone = ({ clause: { parts }, sense }: Statement): boolean =>
  sense.meaning === 'done' && (find(parts, 'past') ?? find(parts, 'already')) !== undefined;

/** `mẫu gửi lên tỉnh rồi, chờ kết quả`: what was sent is only the sample. */
const isSample = ({ clause, sense }: Statement): boolean =>
  sense.meaning === 'done' && clause.parts.some((part) => /^mau(?: |$)/.test(foldedWords(part)));

/** `chờ kết quả` */
export const isResultAwaited = (one: Statement): boolean =>
  isWaiting(one) &&
  (/ket qua$/.test(foldedWords(one.sense.decided[0])) ||
    /^ket qua/.test(foldedWords(one.clause.parts[one.clause.parts.indexOf(one.sense.decided[0]!) + 1])));

/** `hết rồi`, `cả rồi` */
const isAllAlready = (part: Part): boolean =>
  part.tag === 'already' && /^(?:het|ca) roi/.test(foldedWords(part));

/** Whether a clause tells that the work has left the unit, or was finished. */
export function isHandedOver({ clause: { parts } }: Statement): boolean {
  return (
    find(parts, 'hand') !== undefined ||
    // `áo có rồi, giày chưa về`: what came of it tells less.
    parts.some(({ tag, isAsked }) => tag === 'complete' && !isAsked) ||
    find(parts, 'every') !== undefined ||
    parts.some(isAllAlready)
  );
}

/** `chờ nghiệm thu` */
export const isWaiting = ({ sense }: Statement): boolean =>
  sense.meaning === 'blocked' && sense.decided[0]?.tag === 'wait';

const ARRIVES = /^(?:ve|toi|den)$/;

/** `hàng chưa về`, `chờ thu lại`: what was ordered or handed out is not back. */
export function isStillComing({ clause, sense }: Statement): boolean {
  const isThere = sense.decided.some((part) => ARRIVES.test(foldedWords(part)));
  const isOwn =
    sense.decided[0]?.tag === 'wait' &&
    /(?:^| )(?:thu|gom|nhan|nop|tra|gui|dien) lai/.test(joinedWords(clause.parts));
  return sense.meaning === 'blocked' && (isThere || isOwn);
}

const BESIDE =
  /^(?:tien|kinh phi|von|luong|ket qua|giay|giay to|giay bien nhan|bien nhan|bien lai|hoa don|quyet dinh|cong van|xe|tho|hang|anh|hinh)(?: |$)/;

/** `tôn chưa về`: what the work itself needs yet; money or a paper may come behind it. */
export function isStuffComing({ clause: { parts, opener }, sense }: Statement): boolean {
  const [what] = sense.decided;
  const isThing = what !== undefined && parts.slice(0, parts.indexOf(what) + 1).every(isStuff);
  return (
    isThing &&
    opener === null &&
    sense.meaning === 'blocked' &&
    sense.decided.some((part) => ARRIVES.test(foldedWords(part))) &&
    !BESIDE.test(foldedWords(parts[0]))
  );
}

const isStuff = (part: Part): boolean => isUnknownWord(part) || part.tag === 'resource';

const isBuilt = (part: Part | undefined): boolean =>
  part?.tag === 'work' || part?.guesses.includes('work') === true;

/** `dựng khung xong`: a thing of several that the work is made of; other clauses do not matter. */
export function isNotDoneButOfThing({ clause: { parts }, sense: { meaning } }: Statement): boolean {
  if (meaning !== 'done') return true;
  const done = parts.findIndex(({ tag, isAsked }) => tag === 'complete' && !isAsked);
  const [verb, what] = [parts[done - 2], parts[done - 1]];
  return done > 1 && isBuilt(verb) && !verb!.isAsked && (isUnknownWord(what) || what!.tag === 'member');
}
