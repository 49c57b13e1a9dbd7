import { DateTime } from 'luxon';
import { foldText } from '../text/fold.js';
import {
  parsePeriod,
  periodAfter,
  periodBefore,
  periodOf,
  rangeOf,
  weekByNumber,
  withinReach,
  yearOf,
  type CalendarKind,
  type Period,
  type PeriodPlace,
} from './period.js';

/** What somebody wants a report on: a period, or one directive over its life. */
export type Wanted = Period | { kind: 'life'; number: number };

const kindWords: Record<CalendarKind, string> = {
  week: 'tuan|week|w',
  month: 'thang|month',
  quarter: 'quy|quarter|q',
  half: 'nua nam|half',
  year: 'nam|year',
};
const thisWords = 'nay|this|';
const lastWords = 'truoc|vua roi|qua|ngoai|last|previous';
const nextWords = 'sau|toi|next';
const beforeYear = /^(?:ca )?(?:nam|year) (?=\d{4}$)/;
const directive = /^(?:chi dao|viec|directive|task)? ?#?(\d{1,9})$/;
const ordinal = String.raw`(?:thu |so )?(\d{1,2}|iv|i{1,3})`;
const ofYear = String.raw`(?:[/ ,-]+(?:nam |year )?(\d{4}|nay|truoc|ngoai|this|last))?`;
const halfWords = /^(?:6 thang|nua nam|sau thang) (dau|cuoi)(?: nam)?(?: (\d{4}|nay|truoc|ngoai))?$/;
const halfEnglish = /^(first|second) half(?:(?: of)? (\d{4}))?$/;
const dayPattern = String.raw`(?:ngay )?(\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?)`;
const daysPattern = new RegExp(
  String.raw`^(?:tu |from )?${dayPattern} ?(?:den|toi|to|until|-|–|\.\.) ?${dayPattern}$`,
);

/**
 * The period somebody means: nothing (this week), `tuần trước`, `tuần 46`, `tháng 11`, `quý 4/2026`, `6 tháng đầu năm`,
 * `năm nay`, `1/11 đến 15/11`, a date in the week, `2026-W47` and its like, or `#12`. What has no year is the latest
 * that has begun. Null when it can't be read; a period to come is returned as it is.
 */
export function readPeriod(text: string, now: Date, place: PeriodPlace): Wanted | null {
  const words = foldText(text);
  if (words.includes('#')) {
    const found = directive.exec(words);
    return found ? { kind: 'life', number: Number(found[1]) } : null;
  }
  return withinReach(
    parsePeriod(words.replace(beforeYear, '').toUpperCase(), place) ??
      readNear(words, now, place) ??
      readHalf(words, now, place) ??
      readNumbered(words, now, place) ??
      readDays(words, now, place),
  );
}

/** What a report's own name of its period means, `2026-W47` or `#12`; null when it is none. */
export function parseWanted(name: string, place: PeriodPlace): Wanted | null {
  return name.startsWith('#') ? { kind: 'life', number: Number(name.slice(1)) } : parsePeriod(name, place);
}

/** `tuần này`, `quý trước`, `next month`; a bare `trước` is the week's. */
function readNear(words: string, now: Date, place: PeriodPlace): Period | null {
  for (const kind of Object.keys(kindWords) as CalendarKind[]) {
    const noun = kind === 'week' ? `(?:${kindWords.week}|)` : `(?:${kindWords[kind]})`;
    const current = periodOf(kind, now, place) as Period & { kind: CalendarKind };
    const says = (near: string) => new RegExp(`^(?:${noun} ?(?:${near})|(?:${near}) ?${noun})$`).test(words);
    if (says(thisWords)) return current;
    if (says(lastWords)) return periodBefore(current, place);
    if (says(nextWords)) return periodAfter(current, place);
  }
  return null;
}

function readHalf(words: string, now: Date, place: PeriodPlace): Period | null {
  const vi = halfWords.exec(words);
  const en = vi ? null : halfEnglish.exec(words);
  const [, which, year] = vi ?? en ?? [];
  if (which === undefined) return null;
  const number = which === 'dau' || which === 'first' ? 1 : 2;
  return latest((inYear) => parsePeriod(`${inYear}-H${number}`, place), year, now, place);
}

const romans = ['i', 'ii', 'iii', 'iv'];

/** `tuần 46`, `tháng 11/2026`, `quý IV`, `46`. */
function readNumbered(words: string, now: Date, place: PeriodPlace): Period | null {
  for (const kind of ['week', 'month', 'quarter'] as const) {
    const noun = kind === 'week' ? `(?:${kindWords.week})? ?` : `(?:${kindWords[kind]}) ?`;
    const found = new RegExp(`^${noun}${ordinal}${ofYear}$`).exec(words);
    if (!found) continue;
    const number = romans.indexOf(found[1]!) + 1 || Number(found[1]);
    const inYear = (year: number) => {
      if (kind === 'week') return weekByNumber(year, number, place);
      const name = kind === 'month' ? `${year}-${String(number).padStart(2, '0')}` : `${year}-Q${number}`;
      return parsePeriod(name, place);
    };
    return latest(inYear, found[2], now, place);
  }
  return null;
}

/** In the year that is said, else the latest that has begun. */
function latest(
  inYear: (year: number) => Period | null,
  said: string | undefined,
  now: Date,
  place: PeriodPlace,
): Period | null {
  const year = yearOf(now, place);
  if (said !== undefined)
    return inYear(/^\d/.test(said) ? Number(said) : said === 'nay' || said === 'this' ? year : year - 1);
  const found = inYear(year);
  return found && found.startsAt <= now ? found : inYear(year - 1);
}

/** Two days, or the week of one. */
function readDays(words: string, now: Date, place: PeriodPlace): Period | null {
  const two = daysPattern.exec(words);
  if (two) {
    const last = readDay(two[2]!, now, place);
    const first = last && readDay(two[1]!, last.toJSDate(), place);
    return first && last ? rangeOf(first.toISODate()!, last.toISODate()!, place) : null;
  }
  const one = new RegExp(`^${dayPattern}$`).exec(words);
  const day = one && readDay(one[1]!, now, place);
  return day ? periodOf('week', day.toJSDate(), place) : null;
}

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const localDate = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/;

/** A day without a year is the latest one. */
function readDay(words: string, now: Date, place: PeriodPlace): DateTime | null {
  const iso = isoDate.exec(words);
  const local = localDate.exec(words);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]];
  if (month === undefined || day === undefined) return null;
  const at = (inYear: number) =>
    DateTime.fromObject({ year: inYear, month: Number(month), day: Number(day) }, { zone: place.zone });
  const thisYear = yearOf(now, place);
  const found = at(year === undefined ? thisYear : Number(year));
  const date = year === undefined && found.isValid && found.toJSDate() > now ? at(thisYear - 1) : found;
  return date.isValid ? date : null;
}
