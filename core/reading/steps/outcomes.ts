import { foldedWords, joinedWords, type Clause } from '../clause/part.js';
import { isAll, type Quantity } from '../clause/quantities.js';
import { find, PIECES, tags, type Sense } from '../clause/sense.js';

const MEASURES = /\b(?:ty le|ti le|binh quan|trung binh|do am|sdd|kha gioi|hai long)\b/;
const ATTENDS =
  /\b(?:co mat|vang mat|den du|tham du|tham gia|du hop|dong y|nhat tri|dong thuan|tan thanh|ung ho|bieu quyet)\b/;
const STILL_OPEN = tags('left', 'notYet', 'doing', 'newly', 'only');
const OWN = tags('complete', 'hand', 'draft');
const NO_SHARE: Quantity[] = [];

/** `họp xong, 38/40 phụ huynh có mặt`: how many came or agreed, beside that it is done, is no share of the work. */
export function withoutOutcomes(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  found: readonly Quantity[][],
): readonly Quantity[][] {
  if (found.every((one) => one.length === 0)) return found;
  const end = clauses.findLastIndex((clause, at) => senses[at]!.meaning === 'done' && isConclusion(clause));
  const done = senses.findIndex(({ meaning }, at) => meaning === 'done' && !found[at]![0]);
  const isBeside = (clause: Clause, at: number): boolean => {
    if (at < end) return !find(clause.parts, STILL_OPEN);
    if (done < 0 || at <= done) return false;
    // `cân xong 128 cháu, thấp còi 11 cháu (8,6%)`
    return isOutcome(clause) || (at > done + 1 && clauses[at - 1]!.end === '(');
  };
  return found.map((one, at) => (!one.every(isAll) && isBeside(clauses[at]!, at) ? NO_SHARE : one));
}

/** `kết thúc rồi ạ`, `thế là xong`: whatever was counted before. */
function isConclusion({ parts }: Clause): boolean {
  const at = parts.findIndex(({ tag }) => tag === 'complete');
  return (
    !find(parts, 'whenever') &&
    (/^(?:the|vay|nhu vay|nhu the) la$/.test(foldedWords(parts[at - 1])) ||
      (foldedWords(parts[at]) === 'ket thuc' && (at === 0 || parts[at - 1]!.tag === 'past')))
  );
}

function isOutcome({ parts }: Clause): boolean {
  if (find(parts, STILL_OPEN) ?? find(parts, OWN)) return false;
  const words = joinedWords(parts);
  // `xóm 9 đạt 92%`; `đạt 92%` alone may be how far it is.
  if (PIECES.holds(parts[0]) && parts.some((part) => foldedWords(part) === 'dat')) return true;
  // `52/60 hộ dự`: dự, which without its mark is much like đủ
  return (
    MEASURES.test(words) ||
    ATTENDS.test(words) ||
    parts.some((part) => part.tag === 'work' && foldedWords(part) === 'du')
  );
}
