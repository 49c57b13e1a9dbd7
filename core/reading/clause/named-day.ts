import type { Token } from '../../text/tokens.js';
import { addDays, daysBetween, weekdayOf } from '../../calendar/iso-date.js';
import { canBeDate } from './dates.js';

/** Where a named day lies, seen from the day on which it is named. `either`: the day itself, or one that comes again. */
export type Side = 'behind' | 'either' | 'ahead';

// A date without its year that is farther from today than this may be of either year.
const NEAR_DAYS = 60;
// `ngày 20` said on the 25th is behind; said long after it, it may be next month's.
const RECENT_DAYS = 10;

function isoDate(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 ? at.toISOString().slice(0, 10) : null;
}

const sideOf = (days: number): Side => (days === 0 ? 'either' : days < 0 ? 'behind' : 'ahead');

/** `11/12` may be eleven of twelve, `12/11` may not. */
export function mayBeShare({ kind, raw }: Token): boolean {
  const [day, month] = raw.split('/').map(Number);
  return kind === 'ratio' && day! <= month!;
}

/** Of a date in figures: `12/11`, `12/11/2026`, `2026-11-12`. Null where it is none, or far off without a year. */
export function sideOfDate({ kind, raw }: Token, saidOn: string): Side | null {
  const figures = raw.slice(0, 10).split(/[/.-]/).map(Number);
  if (kind !== 'date' && kind !== 'ratio') return null;
  if (figures.length === 2 && kind === 'ratio') return sideOfDayAndMonth(figures[0]!, figures[1]!, saidOn);
  if (figures.length !== 3 || figures.some(Number.isNaN)) return null;
  const [first, month, last] = figures as [number, number, number];
  const [year, day] = first > 31 ? [first, last] : [last < 100 ? last + 2000 : last, first];
  const date = canBeDate(day, month) ? isoDate(year, month, day) : null;
  return date === null ? null : sideOf(daysBetween(saidOn, date));
}

/** `28/12` said in January is last year's, `5/1` said in December next year's: the nearest one is meant. */
export function sideOfDayAndMonth(day: number, month: number, saidOn: string): Side | null {
  if (!canBeDate(day, month)) return null;
  const year = Number(saidOn.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((one) => {
    const date = isoDate(one, month, day);
    return date === null ? [] : daysBetween(saidOn, date);
  });
  const nearest = days.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one), Infinity);
  return Math.abs(nearest) > NEAR_DAYS ? null : sideOf(nearest);
}

/** `ngày 20`, of this month or the one beside it. */
export function sideOfDay(day: number, saidOn: string): Side | null {
  if (!Number.isInteger(day) || day < 1 || day > 31) return null;
  const away = day - Number(saidOn.slice(8));
  if (away <= 0) return away < 0 && -away <= RECENT_DAYS ? 'behind' : 'either';
  // `ngày 30` said on the 2nd: of last month, or of this one.
  const lastMonths = addDays(saidOn, away - Number(addDays(saidOn.slice(0, 8) + '01', -1).slice(8)));
  return -daysBetween(saidOn, lastMonths) < away ? 'either' : 'ahead';
}

const WEEKDAYS = new Map(
  [
    'hai monday',
    'ba tuesday',
    'tu wednesday',
    'nam thursday',
    'sau friday',
    'bay saturday',
    'nhat sunday',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/**
 * `thứ 6`, where it has been this week: on a Saturday `thứ 6 xong` may be yesterday's work or next week's plan. Null
 * before it: what will be is read without a calendar, and `thứ 6 nộp rồi` tells of the last one.
 */
export function sideOfWeekday(tokens: readonly Token[], saidOn: string): Side | null {
  const last = tokens.at(-1)!;
  const short = /^t([2-7])$/i.exec(last.raw)?.[1];
  const isFigure = tokens.length > 1 && tokens.at(-2)!.fold === 'thu' && last.kind === 'number';
  const figure = short ?? (isFigure ? last.raw : undefined);
  const weekday = figure === undefined ? WEEKDAYS.get(last.fold) : Number(figure) - 1;
  if (weekday === undefined) return null;
  return weekday > weekdayOf(saidOn) ? null : 'either';
}
