import { readDeadline } from '../../deadline/read-deadline.js';
import { addDays, daysBetween, localDate, startOfDate } from '../iso-date.js';
import type { Clause } from './clause.js';
import type { DayWord } from './day-words.js';
import type { OrderProblem } from './traps.js';

export interface Now {
  now: Date;
  zone: string;
}

export interface Days {
  firstDay: string;
  lastDay: string;
}

/** A longer span is a slip of the finger. */
const longestDays = 366;
/** So is one that is longer while no year is said: `25/11 đến 20/11`. */
const longestWithoutYear = 183;

/** The days a clause means. `mayHaveBegun`: the first day may be past where the last is not. */
export function readDays(clause: Clause, at: Now, mayHaveBegun = false): Days | OrderProblem {
  const { last, alias, length, isFrom } = clause;
  const first = withWeek(clause);
  const today = localDate(at.now, at.zone);
  if (first === null && last === null)
    return length === null ? { problem: 'form', value: '' } : count({ firstDay: today, lastDay: '' }, length);
  const begin = first === null ? today : resolve(first, at, 'first');
  const begun = first && last && mayHaveBegun ? begunOn(first, today, begin) : null;
  if (typeof begin !== 'string' && begun === null) return begin;
  const firstDay = typeof begin === 'string' ? begin : begun!;
  if (mayHaveBegun && begun === null && isYearAway(first, { firstDay: today, lastDay: firstDay }))
    return { problem: 'past', value: first?.said ?? '' };
  if (alias !== null && resolve(alias, at, 'first') !== firstDay)
    return { problem: 'mismatch', value: `${first!.said} ${alias.said}` };
  if (last === null) {
    if (length !== null) return count({ firstDay, lastDay: '' }, length);
    if (isFrom) return { problem: 'open', value: first!.said ?? '' };
    const end = first!.kind === 'period' ? resolve(first!, at, 'last') : firstDay;
    return typeof end === 'string' ? { firstDay, lastDay: end } : end;
  }
  const isWeekday = last.kind === 'weekday' && first !== null && !WEEK.test(last.text);
  const lastDay = resolve(last, isWeekday ? { ...at, now: startOf(firstDay, at) } : at, 'last');
  if (typeof lastDay !== 'string') return lastDay;
  const days = { firstDay: begun !== null && firstDay > lastDay ? begun : firstDay, lastDay };
  if (mayHaveBegun && isYearAway(first, { firstDay: today, lastDay: days.firstDay }))
    return { problem: 'past', value: first?.said ?? '' };
  const said = [first, last].map((day) => day?.said ?? '').filter(Boolean);
  const range: OrderProblem = { problem: 'range', value: said.join(' – ') };
  if (!isSpan(days) || (!/\d{4}/.test(last.text) && lengthOf(days) > longestWithoutYear)) return range;
  return length === null || lengthOf(days) + 1 === length ? days : range;
}

function count({ firstDay }: Days, length: number): Days | OrderProblem {
  const days = { firstDay, lastDay: addDays(firstDay, length - 1) };
  return length > 0 && isSpan(days) ? days : { problem: 'range', value: String(length) };
}

const WEEK = / tuan (?:nay|sau|toi)$/;

/** `thứ 2 đến thứ 4 tuần sau`: the week is said of both. */
function withWeek({ first, last }: Clause): DayWord | null {
  const week = WEEK.exec(last?.text ?? '')?.[0];
  return week !== undefined && first?.kind === 'weekday' && !/ (?:nay|toi|tuan sau)$/.test(first.text)
    ? { ...first, text: first.text + week }
    : first;
}

/** From when on a weekday is looked for. */
const startOf = (isoDate: string, { now, zone }: Now): Date =>
  isoDate === localDate(now, zone) ? now : new Date(startOfDate(isoDate, zone).getTime() + 1);

function resolve(day: DayWord, at: Now, end: 'first' | 'last'): string | OrderProblem {
  if (day.kind === 'period') return resolvePeriod(day, at, end);
  const { due, reason } = readDeadline(`hết ${day.text}`, at);
  return due === null
    ? { problem: reason === 'past' ? 'past' : 'date', value: day.said ?? '' }
    : localDate(due, at.zone);
}

/** A week or month by one name; of one that has begun the first day is today. Its end alone begins on no sure day. */
function resolvePeriod(
  { text, said = text }: DayWord,
  at: Now,
  end: 'first' | 'last',
): string | OrderProblem {
  const isMonth = /thang|month/.test(text);
  const isNext = /^next | (?:sau|toi)$/.test(text);
  const name = `${isMonth ? 'tháng' : 'tuần'} ${isNext ? 'sau' : 'này'}`;
  if (end === 'first' && text.startsWith('cuoi ')) return { problem: 'date', value: said };
  if (end === 'first' && !isNext) return localDate(at.now, at.zone);
  const due = readDeadline(
    end === 'last' ? `hết ${name}` : `${isMonth ? 'ngày 1' : 'thứ 2'} ${name}`,
    at,
  ).due;
  return due === null ? { problem: 'date', value: said } : localDate(due, at.zone);
}

/** The first day of what has begun: `từ 20/11` said on 24/11 is not a year ahead. */
function begunOn({ kind, text }: DayWord, today: string, next: string | OrderProblem): string | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text) ?? [];
  if (kind !== 'numbers' || day === undefined || month === undefined) return null;
  if (year === undefined && typeof next !== 'string') return null;
  const nearest =
    Number(today.slice(0, 4)) -
    (`${month.padStart(2, '0')}-${day.padStart(2, '0')}` > today.slice(5) ? 1 : 0);
  const said = `${year ?? nearest}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(said)) || addDays(said, 0) !== said || said > today ? null : said;
}

/** A leave from `20/11` said on 24/11 is a slip or is over; next year's is said with its year. */
const isYearAway = (first: DayWord | null, ahead: Days): boolean =>
  first?.kind === 'numbers' && !/\d{4}/.test(first.text) && lengthOf(ahead) > longestWithoutYear;

const lengthOf = ({ firstDay, lastDay }: Days): number => daysBetween(firstDay, lastDay);

/** Whether the last day is no earlier than the first, and not too far behind it. */
export function isSpan(days: Days): boolean {
  return lengthOf(days) >= 0 && lengthOf(days) <= longestDays;
}

/** Whether two days of a swap are near enough to be meant as one. */
export const isNear = (one: Days, other: Days): boolean =>
  Math.abs(lengthOf({ firstDay: one.firstDay, lastDay: other.firstDay })) <= longestWithoutYear;
