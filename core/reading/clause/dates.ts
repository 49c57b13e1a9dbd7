import type { Token } from '../../text/tokens.js';
import { foldedWords, joinedWords, type Part } from './part.js';
import { isNumber } from './sense.js';
import { MONTHS } from '../words/kinds.js';

const DATE_FOLLOWS = new Set(
  'em toi minh se nop gui hop xong hoan anh chi cac bao moi thi la co trinh bat we i will'.split(' '),
);

/** Whether a pair of numbers can be a day and month. */
export function canBeDate(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month <= 12;
}

/** Where a pair that could be a day and month stands like one: before a verb or a person. Alone it is a ratio. */
export function isDatePlace(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === 'word' && DATE_FOLLOWS.has(next.fold);
}

// `9/10 chỉ tiêu`: of so many
const COUNTS = new Set(['chi', 'tieu', 'muc', 'noi']);

const DATE_BEFORE = new Set(
  'ngay hom den truoc han vao luc sang chieu toi trua by on before until'.split(' '),
);

/** Whether a pair of numbers can only be, or stands like, a day and month: `30/11`, `ngày 5/11`, `5/11 em nộp`. */
export function looksLikeDate(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const [day, month] = token?.kind === 'ratio' ? token.raw.split('/').map(Number) : [];
  if (day === undefined || month === undefined || !canBeDate(day, month)) return false;
  if (COUNTS.has(tokens[index + 1]?.fold ?? '') && day <= month) return false;
  return day > month || DATE_BEFORE.has(tokens[index - 1]?.fold ?? '') || isDatePlace(tokens, index);
}

// Other words as well, but not behind a number.
const MORE_MONTHS = new Set(['mar', 'march', 'may']);

/** English `on 3 June`, `on 12 May`: where the day stands. */
export function isEnglishDate(parts: readonly Part[], at: number): boolean {
  const month = foldedWords(parts[at + 1]);
  const isMonth = isNumber(parts[at]) && (MONTHS.has(month) || MORE_MONTHS.has(month));
  return isMonth && foldedWords(parts[at - 1]) === 'on';
}

const DUE = /^(?:den |toi )?han(?: ngay)?$/;
const LEADS = /^\d\S* (?:la|thi)$/;

/** `hạn 20 là tụi em nộp đủ`: what will be then. */
export const isDueThen = (parts: readonly Part[]): boolean =>
  DUE.test(foldedWords(parts[0])) && LEADS.test(joinedWords(parts.slice(1, 3)));
