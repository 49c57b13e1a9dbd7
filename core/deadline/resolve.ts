import { DateTime } from 'luxon';
import { addWorkingDays } from '../calendar/working-calendar.js';
import { atTime } from './at-time.js';
import { endOfSpan, firstWorkingDay } from './resolve-span.js';
import type { Place } from './place.js';
import type { Problem, Wish } from './wish.js';

// A later year is a slip of the finger.
const LAST_YEAR = 2099;
const LONGEST_COUNT = 999;

/** Turns the wish into an instant, or says why it cannot be one. What is past or impossible is never bent. */
export function resolve(wish: Wish, place: Place): DateTime | Problem {
  if (wish.instant !== undefined)
    return ahead(DateTime.fromISO(wish.instant.replace(' ', 'T'), { zone: place.now.zone }), place);
  if (wish.weekdays !== undefined || wish.monthOf !== undefined) return 'ambiguous';
  if (wish.after) return resolveAfter(wish, wish.after, place);
  if (wish.counted === true) return 'unreadable';
  const day = resolveDay(wish, place);
  if (typeof day === 'string') return day;
  return ahead(atTime(day, wish, place.calendar), place);
}

function ahead(due: DateTime, place: Place): DateTime | Problem {
  if (!due.isValid || due.year > LAST_YEAR) return 'impossible';
  return due <= place.now ? 'past' : due;
}

function resolveAfter(
  wish: Wish,
  { count, unit }: NonNullable<Wish['after']>,
  place: Place,
): DateTime | Problem {
  if (!Number.isFinite(count) || count > LONGEST_COUNT) return 'unreadable';
  if (count === 0) return 'ambiguous';
  const { after: _, counted, ...rest } = wish;
  if (unit === 'minute' || unit === 'hour') {
    const isBare = wish.hour === undefined && wish.dayPart === undefined && !namesDay(rest);
    return isBare ? ahead(place.now.plus({ [unit]: count }), place) : 'unreadable';
  }
  if (counted === true && !namesDay(rest)) return 'ambiguous';
  const named = counted === true ? resolveDay(rest, place) : place.now.startOf('day');
  if (typeof named === 'string') return named;
  // `3 ngày, tính từ mai`: tomorrow is the first of them; `a week from tomorrow` begins behind it.
  const start =
    counted === true && rest.english !== true && (rest.dayShift ?? 0) > 0 ? named.minus({ days: 1 }) : named;
  const date =
    unit === 'workingDay'
      ? onDay(addWorkingDays(start.toISODate()!, count, place.calendar), place)
      : start.plus(unit === 'quarter' ? { months: 3 * count } : { [unit]: count });
  // `5 hôm nữa, tức 10/11` says one day twice; `30/11 1 ngày` may be before or after it.
  const said = namesDay(rest) && counted !== true ? resolveDay(rest, place) : date;
  if (typeof said === 'string' || !said.hasSame(date, 'day')) return 'ambiguous';
  return ahead(atTime(date, rest, place.calendar), place);
}

function onDay(isoDate: string, place: Place): DateTime {
  return DateTime.fromISO(isoDate, { zone: place.now.zone });
}

function namesDay(wish: Wish): boolean {
  const { day, endOf, startOf, dayShift, weekday, shift } = wish;
  return [day, endOf, startOf, dayShift, weekday, shift].some((said) => said !== undefined);
}

/** The day meant: every way in which it is named must lead to the same one. */
function resolveDay(wish: Wish, place: Place): DateTime | Problem {
  const { weekday } = wish;
  const week = wish.endOf?.span === 'week' || wish.startOf === 'week' || wish.shift?.week !== undefined;
  const ways: (DateTime | Problem)[] = [];
  if (wish.day !== undefined) ways.push(resolveDate(wish, place));
  if (wish.dayShift !== undefined) ways.push(place.now.startOf('day').plus({ days: wish.dayShift }));
  if (weekday !== undefined && (week || ways.length === 0)) ways.push(resolveWeekday(weekday, wish, place));
  if (weekday === undefined || !week) {
    if (wish.endOf) ways.push(endOfSpan(wish, wish.endOf, place));
    if (wish.startOf !== undefined) ways.push(firstWorkingDay(wish, place));
  }
  const [day] = ways;
  if (day === undefined) return withoutDay(wish, place);
  const problem = ways.find((way) => typeof way === 'string');
  if (problem !== undefined) return problem;
  const first = day as DateTime;
  const isSame = ways.every((way) => (way as DateTime).hasSame(first, 'day'));
  return isSame && (weekday === undefined || first.weekday === weekday) ? first : 'ambiguous';
}

function withoutDay(wish: Wish, place: Place): DateTime | Problem {
  if (wish.shift || wish.year !== undefined || wish.month !== undefined) return 'ambiguous';
  const { hour, wholeDay, dayPart, early } = wish;
  const hasTime = [hour, wholeDay, dayPart, early].some((said) => said !== undefined);
  return hasTime ? place.now.startOf('day') : 'unreadable';
}

/** A weekday means the next such day, today included while its time is ahead; with a week named, that week's. */
function resolveWeekday(weekday: number, wish: Wish, place: Place): DateTime | Problem {
  const today = place.now.startOf('day');
  const named = wish.shift?.week ?? (wish.endOf || wish.startOf ? 0 : undefined);
  if (named !== undefined) return today.startOf('week').plus({ weeks: named, days: weekday - 1 });
  if (wish.shift) return 'ambiguous';
  const day = today.plus({ days: (weekday - today.weekday + 7) % 7 });
  const isGone =
    atTime(day, wish, place.calendar) <= place.now || (wish.upcoming === true && weekday === today.weekday);
  return isGone ? day.plus({ weeks: 1 }) : day;
}

/** A date without a year is the next one to come; without a month, the next month that has such a day. */
function resolveDate(wish: Wish, place: Place): DateTime | Problem {
  const { day, month, year, shift } = wish;
  const today = place.now.startOf('day');
  if (day === undefined || day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12)))
    return 'impossible';
  if (month === undefined) return resolveDayOfMonth(day, wish, today);
  if (shift?.month !== undefined && today.plus({ months: shift.month }).month !== month) return 'ambiguous';
  const named = year ?? (shift?.year === undefined ? undefined : today.year + shift.year);
  if (named !== undefined) return dayOf({ year: named, month }, day, today);
  for (let next = today.year; next <= today.year + 8; next += 1) {
    const found = dayOf({ year: next, month }, day, today);
    if (typeof found !== 'string' && found >= today) return found;
  }
  return 'impossible';
}

function resolveDayOfMonth(day: number, { year, shift, weekday }: Wish, today: DateTime): DateTime | Problem {
  if (year !== undefined) return 'unreadable';
  const { year: thisYear, month } = today;
  if (shift?.month !== undefined) {
    const named = today.startOf('month').plus({ months: shift.month });
    return dayOf(named, day, today);
  }
  for (let left = 0; left < 3; left += 1) {
    const next = DateTime.fromObject({ year: thisYear, month }, { zone: today.zone }).plus({ months: left });
    const found = dayOf(next, day, today);
    if (typeof found === 'string' || found < today) continue;
    return weekday === undefined || found.weekday === weekday ? found : 'ambiguous';
  }
  return 'impossible';
}

function dayOf(of: { year: number; month: number }, day: number, today: DateTime): DateTime | Problem {
  const month = DateTime.fromObject({ year: of.year, month: of.month }, { zone: today.zone });
  return month.isValid && day <= month.daysInMonth ? month.set({ day }) : 'impossible';
}
