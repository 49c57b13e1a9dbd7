import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, LIGHT, sense, tags, withMeaning, type Sense } from '../clause/sense.js';

const NOW = tags('now', 'today');
const BEFORE = tags('ago', 'since');

/**
 * What was done some time ago and has been undone since: `hôm trước lắp xong, nay bị cắt mất dây`, `fixed it yesterday, died again
 * today`; and what has come over the work since: `hôm qua còn mở được web, nay khóa sổ rồi`.
 */
export function markTurnedSince(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  if (clauses.length < 2) return senses;
  const was = clauses.findIndex(({ parts }) => find(parts, BEFORE) !== undefined);
  const turn = was < 0 ? -1 : clauses.findIndex(({ parts }, at) => at > was && beginsNow(parts));
  const again = was < 0 ? -1 : clauses.findIndex(({ parts }, at) => at > was && isAgain(parts));
  if (turn < 0 && again < 0) return senses;
  const isHarmed = /^(?:trouble|blocked|undone)$/.test(senses[turn]?.meaning ?? '');
  if (again > 0 || isHarmed) return withUndone(senses, again > 0 ? again : turn);
  // `còn mở được`: it still could be, so that what is now is no work of ours.
  const could = clauses.slice(0, turn).some(({ parts }) => find(parts, 'left') && find(parts, 'able'));
  return could && senses[turn]!.meaning === 'done'
    ? senses.map((one, at) => (at === turn ? sense('none', []) : one))
    : senses;
}

/** What is told to be done before a turn, and not again after it. */
function withUndone(senses: readonly Sense[], turn: number): readonly Sense[] {
  if (senses.slice(turn).some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) => (at < turn && one.meaning === 'done' ? withMeaning(one, 'undone') : one));
}

/** `nay bị …`, `giờ lại …` */
const beginsNow = (parts: readonly Part[]): boolean => NOW.holds(parts.find((part) => !LIGHT.holds(part)));

const WORSENS = /^(?:died|broke|broken|failed|leaking|leaks|leaked|stopped|down|crashed)$/;

/** English `died again today`, `leaking again` */
function isAgain(parts: readonly Part[]): boolean {
  const again = parts.findIndex((part) => foldedWords(part) === 'again');
  return again > 0 && parts.slice(0, again).some((part) => WORSENS.test(foldedWords(part)));
}
