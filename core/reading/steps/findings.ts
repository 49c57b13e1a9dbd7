import { foldedWords, type Clause } from '../clause/part.js';
import { DENIALS, find, isNumber, OWN_WORK, sense, tags, type Sense } from '../clause/sense.js';
import { wordsOf } from '../title/title-verb.js';
import { isNamedIn, type Title } from '../title/title.js';

// Titles that begin so ask what there is.
const LOOKS =
  /^(?:kiem tra|kiem ke|kiem dem|ra soat|thong ke|bao cao|khao sat|dieu tra|theo doi|cap nhat|danh gia|tong hop|thiet hai|tinh hinh)$/;
const FOUND = tags('harm', 'left', 'lack', 'noMore', 'suffer');
const WORKS = tags(
  'complete',
  'hand',
  'work',
  'draft',
  'prep',
  'wait',
  'stuck',
  'doing',
  'able',
  'piece',
  'member',
);

/**
 * What was found is no obstacle, and nothing left to do: `tốc mái 3 nhà` to `Báo cáo thiệt hại`, `còn 40 lít dầu` to
 * `Kiểm tra máy phát điện`. It says nothing of how far the work is either.
 */
export function readFindings(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  const { verb } = title;
  if (verb.length === 0) return senses;
  if (HANDLES.test(wordsOf(verb)))
    return senses.map((one, at) =>
      isMatterOfTitle(clauses[at]!, one, title) ? sense('none', [], { names: null }) : one,
    );
  if (!LOOKS.test(wordsOf(verb))) return senses;
  const isWork = clauses.some(({ parts }) => find(parts, OWN_WORK));
  const done = senses.findIndex(({ meaning, ofPart }) => meaning === 'done' && !ofPart);
  return senses.map((one, at) =>
    (isFinding(clauses[at]!, one) && !(isWork && one.decided[0]!.tag === 'left')) ||
    (done >= 0 && done < at && CHECKS.test(wordsOf(verb)) && isToBeMended(clauses[at]!, one))
      ? sense('none', [], { names: one.names })
      : one,
  );
}

const HANDLES = /^(?:xu ly|giai quyet|tra loi|khac phuc|tiep nhan)$/;

/** `trả lời hết 9 cái khiếu nại` to `Xử lý khiếu nại khách hàng`: what the title asks to deal with is in nobody's way. */
const isMatterOfTitle = (
  { parts }: Clause,
  { meaning, decided: [matter, more] }: Sense,
  title: Title,
): boolean =>
  meaning === 'blocked' &&
  matter?.tag === 'stuck' &&
  more === undefined &&
  matter.tokens.every((token) => isNamedIn(title, token)) &&
  !find(parts, DENIALS);

const CHECKS = /^(?:kiem tra|ra soat|khao sat|kiem dem|kiem ke)$/;
const MENDED = /^(?:thay|thay moi|thay the|sua|sua chua|bao duong|bom|nap|nap lai|han|son|son lai)(?: |$)/;
const NOT_MENDED = tags('self', 'notYet', 'further', 'left', 'if', 'ahead', 'day', 'complete', 'hand');

/** `kiểm tra hết, 2 xe phải thay lốp`: what was found is to be mended, which the title never asked for. */
function isToBeMended({ parts, opener }: Clause, { meaning, decided }: Sense): boolean {
  if (meaning !== 'open' || decided[0]?.tag !== 'haveTo' || opener === 'cause') return false;
  const start = parts[0]?.tag === 'have' ? 1 : 0;
  const must = parts.indexOf(decided[0]);
  const mend = parts[must + 1];
  return (
    isNumber(parts[start]) &&
    must - start <= 3 &&
    mend?.isAsked !== true &&
    MENDED.test(foldedWords(mend)) &&
    !find(parts, NOT_MENDED)
  );
}

function isFinding({ parts, opener }: Clause, { meaning, decided }: Sense): boolean {
  if (meaning !== 'blocked' && meaning !== 'trouble' && meaning !== 'underway') return false;
  const isFound = decided.length > 0 && FOUND.holds(decided[0]);
  return (
    isFound &&
    opener !== 'cause' &&
    parts.some(isNumber) &&
    !find(parts, WORKS) &&
    !find(parts, DENIALS) &&
    !parts.some((part) => /^(?:mat dien|mat mang)$/.test(foldedWords(part)))
  );
}
