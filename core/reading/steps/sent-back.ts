import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, sense, tags, type Sense } from '../clause/sense.js';

const ORDERS = /^(?:bao|keu|bat|yeu cau|bieu|doi)$/;
const AGAIN =
  /^(?:(?:em|tui|toi|minh|xa|truong|to|thon) )?(?:sua|sua lai|sua doi|chinh|chinh lai|chinh sua|lam lai|bo sung|viet lai|nop lai|gui lai|in lai|ra lai|ke lai|dieu chinh)(?: |$)/;
const CARRIED = /(?:^| )(?:cho|mang|dem|cam|keo|xach) (?:ve|lai|nguoc ve|tro ve)(?: |$)/;
const BACK = /^(?:lai|ve|nguoc lai|xuong)$/;
const GOES_ON = tags('particle', 'must', 'prep', 'said', 'cause', 'already', 'work');
const NOT_SO = tags('not', 'notYet', 'if', 'whenever', 'which', 'then', 'noMore');
const GIVES = /^(?:da )?(?:giao|phat|trao|chuyen|gui|dua|cap phat|tang)(?: |$)/;

/**
 * `nộp rồi nhưng phòng trả lại`, `gửi rồi, huyện bảo sửa phụ lục`, `giao tới nơi rồi mà khách vắng, em chở về`: what was done has
 * come back since, and is not done again.
 */
export function markSentBack(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const done = senses.findIndex(({ meaning }) => meaning === 'done');
  if (done < 0 || clauses.length < 2) return senses;
  const isGiven = clauses[done]!.parts.some((part) => GIVES.test(foldedWords(part)));
  const back = clauses.findIndex(
    ({ parts }, at) =>
      at > done &&
      !find(parts, NOT_SO) &&
      (isReturned(parts) || isOrdered(parts) || (isGiven && isCarried(parts)) || isBrokenSince(clauses[at]!)),
  );
  if (back < 0 || senses.slice(back + 1).some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) => (at === back ? sense('undone', clauses[at]!.parts.slice(-1)) : one));
}

/** By others: `phòng trả lại`; `em trả lại máy rồi` gives back what is theirs. */
function isReturned(parts: readonly Part[]): boolean {
  const at = parts.findIndex((part) => foldedWords(part) === 'tra' && !part.isAsked);
  const next = parts[at + 2];
  return (
    at > 0 &&
    !find(parts, 'self', 0, at) &&
    BACK.test(foldedWords(parts[at + 1])) &&
    (next === undefined || GOES_ON.holds(next))
  );
}

function isOrdered(parts: readonly Part[]): boolean {
  const at = parts.findIndex((part) => ORDERS.test(foldedWords(part)));
  return (
    at > 0 &&
    !find(parts, 'self', 0, at) &&
    !find(parts, 'already') &&
    !find(parts, 'complete') &&
    AGAIN.test(joinedWords(parts.slice(at + 1, at + 4)))
  );
}

const BROKEN =
  /^(?:rot|rot mat|roi mat|tuot|troc|bong|sap|do sap|do nga|gay|bay mat|troi mat|cuon troi|bat goc|rach|vo|hu|hu lai|hong|hong lai)$/;

/** `đã treo, nhưng gió thổi rớt rồi` */
const isBrokenSince = ({ parts, opener }: Clause): boolean =>
  opener === 'contrast' &&
  foldedWords(parts.findLast(({ tag }) => tag !== 'particle' && tag !== 'you')) === 'roi' &&
  parts.some((part, at) => at > 0 && BROKEN.test(foldedWords(part)) && parts[at + 1]?.tag === 'already');

const isCarried = (parts: readonly Part[]): boolean => CARRIED.test(joinedWords(parts));
