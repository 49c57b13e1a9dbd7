import { DateTime } from 'luxon';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Span, Wish } from './wish.js';

export interface Place {
  now: DateTime;
  endOfWork: { hour: number; minute: number };
  calendar: WorkingCalendar;
}

export type Problem = 'past' | 'impossible' | 'ambiguous' | 'unreadable';

// The end of the part of a day in which an office expects something.
const PART_ENDS = { morning: [12, 0], noon: [12, 0], evening: [21, 0], night: [23, 59] } as const;

// A later year is a slip of the finger.
const LAST_YEAR = 2099;

/** Turns the wish into an instant, or says why it cannot be one. What is past or impossible is never bent. */
export function resolve(wish: Wish, place: Place): DateTime | Problem {
  if (wish.instant !== undefined)
    return ahead(DateTime.fromISO(wish.instant.replace(' ', 'T'), { zone: place.now.zone }), place);
  if (wish.after) return resolveAfter(wish, place);
  const day = resolveDay(wish, place);
  if (typeof day === 'string') return day;
  return ahead(atTime(day, wish, place), place);
}

function ahead(due: DateTime, place: Place): DateTime | Problem {
  if (!due.isValid || due.year > LAST_YEAR) return 'impossible';
  return due <= place.now ? 'past' : due;
}

function resolveAfter(wish: Wish, place: Place): DateTime | Problem {
  const { count, unit } = wish.after!;
  if (!Number.isFinite(count) || count > 999) return 'unreadable';
  if (count === 0) return 'ambiguous';
  const { now } = place;
  if (unit === 'minute' || unit === 'hour') {
    return wish.hour !== undefined || wish.dayPart !== undefined
      ? 'unreadable'
      : ahead(now.plus({ [unit]: count }), place);
  }
  const date =
    unit === 'workingDay'
      ? DateTime.fromISO(addWorkingDays(now.toISODate()!, count, place.calendar), { zone: now.zone })
      : now.startOf('day').plus(unit === 'quarter' ? { months: 3 * count } : { [unit]: count });
  return ahead(atTime(date, wish, place), place);
}

function atTime(day: DateTime, wish: Wish, place: Place): DateTime {
  if (wish.hour !== undefined) return day.set({ hour: wish.hour, minute: wish.minute ?? 0 });
  if (wish.wholeDay === true || wish.endOf?.last === true) return day.set({ hour: 23, minute: 59 });
  if (wish.dayPart === undefined || wish.dayPart === 'afternoon') return day.set(place.endOfWork);
  const [hour, minute] = PART_ENDS[wish.dayPart];
  return day.set({ hour, minute });
}

function resolveDay(wish: Wish, place: Place): DateTime | Problem {
  const today = place.now.startOf('day');
  if (wish.day !== undefined) return withWeekday(resolveDate(wish, place), wish);
  if (wish.endOf) return endOfSpan(wish, place);
  if (wish.startOf !== undefined && wish.weekday === undefined) return firstWorkingDay(wish, place);
  if (wish.dayShift !== undefined) return withWeekday(today.plus({ days: wish.dayShift }), wish);
  if (wish.weekday !== undefined) return resolveWeekday(wish, place);
  if (wish.shift) return 'ambiguous';
  const hasTime = wish.hour !== undefined || wish.wholeDay === true || wish.dayPart !== undefined;
  return hasTime ? today : 'unreadable';
}

function withWeekday(day: DateTime | Problem, wish: Wish): DateTime | Problem {
  return typeof day === 'string' || wish.weekday === undefined || day.weekday === wish.weekday
    ? day
    : 'ambiguous';
}

/** A weekday means the next such day, today included while its time is ahead; with a week named, that week's. */
function resolveWeekday(wish: Wish, place: Place): DateTime {
  const today = place.now.startOf('day');
  if (wish.shift?.week !== undefined) {
    return today.startOf('week').plus({ weeks: wish.shift.week, days: wish.weekday! - 1 });
  }
  const day = today.plus({ days: (wish.weekday! - today.weekday + 7) % 7 });
  const gone =
    atTime(day, wish, place) <= place.now || (wish.upcoming === true && wish.weekday === today.weekday);
  return gone ? day.plus({ weeks: 1 }) : day;
}

/** A date without a year is the next one to come; without a month, the next month that has such a day. */
function resolveDate(wish: Wish, place: Place): DateTime | Problem {
  const { day, month, year, shift } = wish;
  const today = place.now.startOf('day');
  if (day === undefined || day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12)))
    return 'impossible';
  if (month === undefined) {
    if (year !== undefined) return 'unreadable';
    if (shift?.month !== undefined) return dayOf(today.startOf('month').plus({ months: shift.month }), day);
    for (let next = today.startOf('month'), left = 3; left > 0; left -= 1, next = next.plus({ months: 1 })) {
      if (day <= next.daysInMonth! && next.set({ day }) >= today) return next.set({ day });
    }
    return 'impossible';
  }
  if (shift?.month !== undefined) return 'ambiguous';
  const named = year ?? (shift?.year === undefined ? undefined : today.year + shift.year);
  if (named !== undefined)
    return dayOf(DateTime.fromObject({ year: named, month }, { zone: today.zone }), day);
  for (let next = today.year; next <= today.year + 8; next += 1) {
    const found = dayOf(DateTime.fromObject({ year: next, month }, { zone: today.zone }), day);
    if (typeof found !== 'string' && found >= today) return found;
  }
  return 'impossible';
}

function dayOf(month: DateTime, day: number): DateTime | Problem {
  return month.isValid && day <= month.daysInMonth! ? month.set({ day }) : 'impossible';
}

/** `cuối tuần` is the last working day of the week, `cuối tháng` the month's last day; `hết tuần` is Sunday. */
function endOfSpan(wish: Wish, place: Place): DateTime | Problem {
  const { span, last } = wish.endOf!;
  const today = place.now.startOf('day');
  if (wish.month !== undefined) {
    if (wish.month < 1 || wish.month > 12) return 'impossible';
    const year = wish.year ?? today.year + (wish.month < today.month ? 1 : 0);
    return DateTime.fromObject({ year, month: wish.month }, { zone: today.zone })
      .endOf('month')
      .startOf('day');
  }
  const end = today
    .plus(shiftOf(span, wish.shift?.[span] ?? 0))
    .endOf(span)
    .startOf('day');
  if (span !== 'week' || last) return end;
  const iso = addWorkingDays(end.plus({ days: 1 }).toISODate()!, -1, place.calendar);
  const day = DateTime.fromISO(iso, { zone: today.zone });
  return day < end.startOf('week') ? 'ambiguous' : day;
}

function firstWorkingDay(wish: Wish, place: Place): DateTime {
  const monday = place.now.startOf('week').plus({ weeks: wish.shift?.week ?? 0 });
  const iso = addWorkingDays(monday.minus({ days: 1 }).toISODate()!, 1, place.calendar);
  return DateTime.fromISO(iso, { zone: place.now.zone });
}

function shiftOf(span: Span, count: number): Record<string, number> {
  return span === 'quarter' ? { months: 3 * count } : { [span]: count };
}
