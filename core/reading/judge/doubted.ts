import { parseSyllable } from '../../text/syllable.js';
import { isEnglishDate } from '../clause/dates.js';
import type { Done } from './find-done.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import {
  ANY_TIME,
  BEHIND,
  find,
  FUTURE,
  indexOf,
  isSettled,
  isVerb,
  mayBeVerb,
  PERSONS,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

const DOUBTS_AFTER = tags('maybe', 'said', 'believed', 'sayAfter', 'which');
export const INVITE = parseSyllable('mời').key;
const GOES_ON = tags('hand', 'work', 'draft', 'prep', 'take', 'ack', 'will', 'must', 'haveTo');
const ENCLOSED = new Set(['gui kem', 'dinh kem']);
const SORTS_OF_DOUBT = tags('maybe', 'said', 'believed', 'whenever', 'if');

/** Who may have done it, whether it was done, what happens when it is. */
export function doubted({ parts, done, before, after }: Done): Sense | null {
  const doubt =
    (isWhenPast(before, after) ? undefined : find(before, SORTS_OF_DOUBT)) ??
    (isHoweverHard(before) ? undefined : find(before, 'which')) ??
    after.find((part, at) => isThenFine(part, after[at + 1])) ??
    after.find(
      (part, at) =>
        DOUBTS_AFTER.holds(part) && !isToldAgain(part, after.slice(at + 1)) && !isEnglishDate(after, at - 1),
    ) ??
    soonerOrLater(before, after) ??
    wouldBeOdd(after) ??
    goesOn(before, after);
  if (!doubt) return null;
  // `chắc trưa là xong`
  const noon = before.at(-1)?.tag === 'is' && !isSettled(parts) ? find(before, 'today') : undefined;
  if (noon) return sense('underway', [doubt, noon, done]);
  // `chắc mai mới xong`: when it will be done is doubtful, not that it is not.
  const isWhenOnly =
    (doubt.tag === 'maybe' || doubt.tag === 'sayAfter' || VERBS.holds(doubt)) && !isSettled(parts);
  // `sửa xong em gửi lại chiều nay`
  const later = VERBS.holds(doubt) ? find(after, ANY_TIME) : undefined;
  // `tổng hợp xong thì gửi chị liền`
  const atOnce = doubt.tag === 'sayAfter' && isVerb(before.at(-1)) && isAtOnce(after);
  if (atOnce && !isSettled(parts)) return sense('underway', [done, doubt]);
  if (later) return sense('underway', [doubt, later, done]);
  const ahead = isWhenOnly ? find(before, VERBS.holds(doubt) ? FUTURE : ANY_TIME) : undefined;
  return ahead ? sense('underway', [doubt, ahead, done]) : sense('unclear', [doubt, done]);
}

/** `khó mấy bên em cũng làm xong rồi` */
const isHoweverHard = ([hard, much]: readonly Part[]): boolean =>
  hard?.tag === 'trouble' && foldedWords(much) === 'may';

/** `đã xong thì tốt quá`, `đã nộp thì em báo`: if it is. */
const isThenFine = ({ tag }: Part, next: Part | undefined): boolean =>
  tag === 'then' && (next?.tag === 'fine' || next?.tag === 'self');

/** `bổ sung con dấu rồi gửi lại rồi` */
const isToldAgain = (part: Part, rest: readonly Part[]): boolean =>
  part.tag === 'sayAfter' && part.tokens[0]!.fold === 'roi' && find(rest, 'already') !== undefined;

export const isAtOnce = (after: readonly Part[]): boolean =>
  after.some((part) => /^(?:lien|ngay|luon|lien luon|ngay luon)$/.test(foldedWords(part)));

/** `rồi sẽ xong thôi`, `thế nào rồi cũng xong`: it will be. */
function soonerOrLater(before: readonly Part[], after: readonly Part[]): Part | undefined {
  const [first] = before;
  if (first?.tag === 'sayAfter' && /^roi se/.test(foldedWords(first))) return first;
  // `chúc xã làm xong sớm`, `mời cả tổ họp xong ở lại`
  const isInvited = first?.tokens[0]!.key === INVITE && !isSettled(after);
  if (isInvited || foldedWords(first) === 'chuc') return first;
  if (!/(?:^| )cung$/.test(foldedWords(before.at(-1)))) return undefined;
  const words = joinedWords(before);
  const isSure =
    /(?:the nao|kieu gi|som muon|truoc sau|tu tu)/.test(words) || /(?:^| )thoi$/.test(joinedWords(after));
  return /(?:^| )roi cung$/.test(words) && isSure ? before.at(-1) : undefined;
}

/** `xong rồi mới lạ`: nobody would believe it. */
function wouldBeOdd(after: readonly Part[]): Part | undefined {
  const at = after.findIndex((part) => part.tag === 'newly');
  return at >= 0 && foldedWords(after[at + 1]) === 'la' && at + 2 === after.length ? after[at] : undefined;
}

/** `xong em báo`, `xong rồi em gửi`: what comes after the work, which is not done yet. `đã xong, …` is. */
function goesOn(before: readonly Part[], after: readonly Part[]): Part | undefined {
  if (find(before, BEHIND) ?? after.find((part) => ENCLOSED.has(foldedWords(part)))) return undefined;
  // `xong cái này mới tới cái kia`
  const only = indexOf(after, 'newly');
  if (only >= 0 && after[only + 1]?.tag === 'at' && !isSettled(after)) return after[only];
  // `xong roi em nhan`: nhận or nhắn
  const taken = after.find(
    (part) => part.tag === 'ack' && part.tokens.length > 1 && part.tokens[0]!.fold === 'em',
  );
  if (taken) return taken;
  // `xong việc bên kia em qua làm`
  const self = indexOf(after, 'self');
  if (before.length === 0 && self > 0 && isVerb(after.at(-1)) && !isSettled(after)) return after.at(-1);
  const verb = after.findIndex((part) => GOES_ON.holds(part) || mayBeVerb(part));
  const doer = indexOf(after, PERSONS, 0, Math.max(verb, 0));
  if (verb < 0 || doer < 0 || after[verb - 1]?.tag === 'newly' || find(after, 'past', 0, verb))
    return undefined;
  // `em gửi rồi chị xem nhé`: the other side is asked to look.
  const asksToLook = after[doer]!.tag === 'you' && after[verb]!.tag === 'take';
  // `em qua kho xem rồi làm luôn`: and then
  const second = after.some(
    (part, at) =>
      at >= verb && part.tag === 'already' && !(isVerb(after[at + 1]) && !isSettled(after.slice(at + 1))),
  );
  const leads = doer === 0 || after[doer - 1]!.tag === 'already' || after[doer - 1]!.tag === 'particle';
  return asksToLook || second || !leads ? undefined : after[verb];
}

/** `khi anh nhắn thì em đã nộp xong rồi`: it was done by then. */
export function isWhenPast(before: readonly Part[], after: readonly Part[]): boolean {
  if (!find(after, 'already') || !find(before, 'then')) return false;
  const when = before.findIndex((part) => /^(?:khi|luc|hoi)$/.test(foldedWords(part)));
  const then = indexOf(before, 'then', when + 1);
  return when >= 0 && then > 0 && find(before, 'past', then) !== undefined;
}
