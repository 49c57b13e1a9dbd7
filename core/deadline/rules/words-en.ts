import { readNumberWords } from '../../text/number-words.js';
import type { Unit } from '../wish.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Pieces of patterns for English. */
export const WEEKDAY =
  '(monday|tuesday|wednesday|wednesay|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|thu|fri|sat|sun)s?\\.?';
export const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?';
const NUMBERS =
  'an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty';
export const COUNT = `(\\d{1,4}|${NUMBERS}|a couple of|a couple)`;
export const UNIT =
  '(minutes?|mins?|hours?|hrs?|(?:working|business|work|office) days?|days?|weeks?|months?|quarters?|years?|fortnight)';
export const SPAN = '(week|month|quarter|year)';

export const weekdayOf = (name: string | undefined): number => WEEKDAYS.indexOf((name ?? '').slice(0, 3)) + 1;
export const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;

export function countOf(words: string | undefined): number {
  if (words === undefined) return Number.NaN;
  if (/^\d/.test(words)) return Number(words);
  if (words.startsWith('a couple')) return 2;
  return /^an?(?:other)?$/.test(words) ? 1 : (readNumberWords(words) ?? Number.NaN);
}

/** A count with its unit; a fortnight is two weeks. */
export function amountOf(count: string | undefined, unit: string | undefined): { count: number; unit: Unit } {
  const words = unit ?? '';
  if (words === 'fortnight') return { count: 2 * countOf(count), unit: 'week' };
  if (/^(?:working|business|work|office) /.test(words)) return { count: countOf(count), unit: 'workingDay' };
  const name = words.replace(/s$/, '').replace(/^min$/, 'minute').replace(/^hr?$/, 'hour');
  return { count: countOf(count), unit: name as Unit };
}
