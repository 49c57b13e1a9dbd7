import type { Token } from '../text/tokens.js';
import { foldedWords, type Clause, type Part } from './part.js';
import { isUnknownWord, LIGHT, tags } from './sense.js';

const ASKS_FIGURES =
  /^(?:bao|dem|cu|thong ke|kiem dem|kiem ke|diem danh|dang ky|khai bao|doi chieu|chot \S+|gui (?:so|toa)|nop so)(?: |$)/;
const TIMES = /^(?:ngay|gio|phut|tuan|thang|nam|hom|buoi|tieng|bua)$/;
const THINGS = tags('member', 'piece', 'resource', 'other', 'folk', 'today', 'every');

/**
 * The figures that a title asks for, where a reply is nothing else: `14 suất nha chị` to `Báo số suất cơm trưa`. None
 * where it says more, or less.
 */
export function toldFigures(clauses: readonly Clause[], verb: readonly Token[]): string[] {
  if (verb.length === 0 || !ASKS_FIGURES.test(verb.map(({ fold }) => fold).join(' '))) return [];
  const isAnswer = clauses.every(
    ({ parts, opener, end }) => opener === null && end !== '?' && parts.every(isPlain),
  );
  return isAnswer
    ? clauses.flatMap(({ parts }) => parts.filter(isCounted).map((part) => part.tokens[0]!.raw))
    : [];
}

function isPlain(part: Part): boolean {
  if (part.guesses.length > 0) return false;
  const isFigure = part.tag === null && part.tokens[0]!.kind === 'number';
  return isFigure || LIGHT.has(part.tag) || THINGS.has(part.tag) || isUnknownWord(part);
}

/** `14 suất`; a number behind a word may be a name (`tổ 5`), and `3 ngày` is a time. */
function isCounted({ tokens }: Part, at: number, parts: readonly Part[]): boolean {
  const unit = parts[at + 1];
  return (
    tokens[0]!.kind === 'number' &&
    unit?.tokens[0]!.kind === 'word' &&
    (!LIGHT.has(unit.tag) || /^(?:em|chau|co|thay)$/.test(foldedWords(unit))) &&
    !TIMES.test(foldedWords(unit))
  );
}
