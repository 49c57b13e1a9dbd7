import { DateTime } from 'luxon';

/** Spans of the calendar that come one after another. */
export const calendarKinds = ['week', 'month', 'quarter', 'half', 'year'] as const;
export type CalendarKind = (typeof calendarKinds)[number];
/** `range`: any days; `directive`: the life of one directive. */
export type PeriodKind = CalendarKind | 'range' | 'directive';

/**
 * A span of local time, its end not in it. `period` names it: `2026-W47`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`,
 * `2026-11-01..2026-11-15` (both days in it), `#12`.
 */
export interface Period {
  kind: PeriodKind;
  period: string;
  startsAt: Date;
  endsAt: Date;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** The organisation's zone and the day its weeks begin with. */
export interface PeriodPlace {
  zone: string;
  weekStart: Weekday;
}

/** The year of a moment, where the organisation is. */
export const yearOf = (at: Date, { zone }: Pick<PeriodPlace, 'zone'>): number =>
  DateTime.fromJSDate(at, { zone }).year;

/** The period of this kind that a moment falls into. */
export function periodOf(kind: CalendarKind, at: Date, place: PeriodPlace): Period {
  const day = DateTime.fromJSDate(at, { zone: place.zone }).startOf('day');
  switch (kind) {
    case 'week':
      return weekFrom(day.minus({ days: (day.weekday + 7 - startOf(place)) % 7 }), place);
    case 'month':
      return spanOf(kind, day.startOf('month'), { months: 1 }, day.toFormat('yyyy-MM'));
    case 'quarter':
      return spanOf(kind, day.startOf('quarter'), { months: 3 }, `${day.year}-Q${day.quarter}`);
    case 'half': {
      const half = day.month <= 6 ? 1 : 2;
      const first = day.set({ month: half * 6 - 5 }).startOf('month');
      return spanOf(kind, first, { months: 6 }, `${day.year}-H${half}`);
    }
    case 'year':
      return spanOf(kind, day.startOf('year'), { years: 1 }, String(day.year));
  }
}

/** Any days, both of them in it; null when they are no days or the last comes first. */
export function rangeOf(first: string, last: string, { zone }: PeriodPlace): Period | null {
  const from = DateTime.fromISO(first, { zone });
  const to = DateTime.fromISO(last, { zone });
  if (!from.isValid || !to.isValid || to < from) return null;
  const period = `${from.toISODate()}..${to.toISODate()}`;
  return { kind: 'range', period, startsAt: from.toJSDate(), endsAt: to.plus({ days: 1 }).toJSDate() };
}

/** The week with this number; null when the year has none of that number. */
export function weekByNumber(year: number, number: number, place: PeriodPlace): Period | null {
  const thursday = DateTime.fromObject(
    { weekYear: year, weekNumber: number, weekday: 4 },
    { zone: place.zone },
  );
  return thursday.isValid ? periodOf('week', thursday.toJSDate(), place) : null;
}

/**
 * Whether a report that ended at `reached` tells the whole of a period. A week's does wherever it ended: it is posted before
 * the week is over, and the next one begins there.
 */
export function reachesEnd({ kind, endsAt }: Period, reached: Date): boolean {
  return kind === 'week' || reached >= endsAt;
}

/** The period next to this one; a directive's life has no neighbours. */
export function periodBefore(period: Period, place: PeriodPlace): Period | null {
  const { kind, startsAt, endsAt } = period;
  if (kind === 'directive') return null;
  if (kind !== 'range') return periodOf(kind, new Date(startsAt.getTime() - 1), place);
  const { from, to } = readDays(startsAt, endsAt, place);
  const days = to.diff(from, 'days').days + 1;
  return rangeOf(isoOf(from.minus({ days })), isoOf(from.minus({ days: 1 })), place);
}

/** The period that follows. */
export function periodAfter(period: Period & { kind: CalendarKind }, place: PeriodPlace): Period {
  return periodOf(period.kind, period.endsAt, place);
}

/** The same period a year earlier; week 53 is compared with week 52 where the year before has no other. */
export function yearEarlier(period: Period, place: PeriodPlace): Period | null {
  const { kind, startsAt, endsAt } = period;
  switch (kind) {
    case 'directive':
      return null;
    case 'week': {
      const [year, number] = period.period.split('-W').map(Number) as [number, number];
      return weekByNumber(year - 1, number, place) ?? weekByNumber(year - 1, number - 1, place);
    }
    case 'range': {
      const { from, to } = readDays(startsAt, endsAt, place);
      return rangeOf(isoOf(from.minus({ years: 1 })), isoOf(to.minus({ years: 1 })), place);
    }
    default: {
      const first = DateTime.fromJSDate(startsAt, { zone: place.zone }).minus({ years: 1 });
      return periodOf(kind, first.toJSDate(), place);
    }
  }
}

const keyOfWeek = /^(\d{4})-W(\d{1,2})$/i;
const keyOfMonth = /^(\d{4})-(\d{2})$/;
const keyOfPart = /^(\d{4})-([QH])(\d)$/i;
const keyOfRange = /^(\d{4}-\d{2}-\d{2})(?:\.\.|…)(\d{4}-\d{2}-\d{2})$/;

/** Years of which there can be anything to tell: beyond these a slip of the finger is meant. */
const [firstYear, lastYear] = [1970, 2199];

/** The period itself, null where it begins or ends in a year of which there is nothing to tell. */
export function withinReach(period: Period | null): Period | null {
  if (!period) return null;
  const [from, to] = [period.startsAt.getUTCFullYear(), period.endsAt.getUTCFullYear()];
  return from < firstYear || to > lastYear ? null : period;
}

/** The period with this name; null when it is none. A directive's life is for the ledger to find. */
export function parsePeriod(name: string, place: PeriodPlace): Period | null {
  return withinReach(parseName(name, place));
}

function parseName(name: string, place: PeriodPlace): Period | null {
  const text = name.trim();
  const week = keyOfWeek.exec(text);
  if (week) return weekByNumber(Number(week[1]), Number(week[2]), place);
  const range = keyOfRange.exec(text);
  if (range) return rangeOf(range[1]!, range[2]!, place);
  const month = keyOfMonth.exec(text);
  if (month) return firstDay('month', Number(month[1]), Number(month[2]), place);
  const part = keyOfPart.exec(text);
  if (part) {
    const isQuarter = part[2]!.toUpperCase() === 'Q';
    const length = isQuarter ? 3 : 6;
    const number = Number(part[3]);
    if (number < 1 || number * length > 12) return null;
    return firstDay(isQuarter ? 'quarter' : 'half', Number(part[1]), number * length, place);
  }
  return /^\d{4}$/.test(text) ? firstDay('year', Number(text), 1, place) : null;
}

/** When a week's summary is posted: on this day of it. */
export function postingTimeOf(
  week: Period,
  { zone, weekStart }: PeriodPlace,
  weekday: Weekday,
  time: string,
): Date {
  const days = (weekdays.indexOf(weekday) + 7 - weekdays.indexOf(weekStart)) % 7;
  return atTime(DateTime.fromJSDate(week.startsAt, { zone }).plus({ days }), time);
}

/** When a period's report is posted that comes after its end. */
export function postingTimeAfter({ endsAt }: Period, { zone }: PeriodPlace, time: string): Date {
  return atTime(DateTime.fromJSDate(endsAt, { zone }), time);
}

function atTime(day: DateTime, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}

function firstDay(kind: CalendarKind, year: number, month: number, place: PeriodPlace): Period | null {
  const day = DateTime.fromObject({ year, month, day: 1 }, { zone: place.zone });
  return day.isValid ? periodOf(kind, day.toJSDate(), place) : null;
}

const startOf = ({ weekStart }: PeriodPlace) => weekdays.indexOf(weekStart) + 1;
const isoOf = (day: DateTime) => day.toISODate()!;

function readDays(startsAt: Date, endsAt: Date, { zone }: PeriodPlace) {
  const from = DateTime.fromJSDate(startsAt, { zone });
  return { from, to: DateTime.fromJSDate(endsAt, { zone }).minus({ days: 1 }) };
}

/** A week has the ISO number of its Thursday, whatever day it begins with: every seven days hold just one. */
function weekFrom(first: DateTime, place: PeriodPlace): Period {
  const { weekYear, weekNumber } = first.plus({ days: (4 + 7 - startOf(place)) % 7 });
  const name = `${weekYear}-W${String(weekNumber).padStart(2, '0')}`;
  return spanOf('week', first, { weeks: 1 }, name);
}

function spanOf(kind: CalendarKind, first: DateTime, length: object, period: string): Period {
  return { kind, period, startsAt: first.toJSDate(), endsAt: first.plus(length).toJSDate() };
}

/** Up to `count` periods before this one, the newest first. */
export function periodsBefore(period: Period, count: number, place: PeriodPlace): Period[] {
  const list: Period[] = [];
  for (let at = periodBefore(period, place); at && list.length < count; at = periodBefore(at, place))
    list.push(at);
  return list;
}
