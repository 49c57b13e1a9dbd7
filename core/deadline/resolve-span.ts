import { DateTime } from 'luxon';
import { addWorkingDays } from '../calendar/working-calendar.js';
import type { Place } from './place.js';
import type { Problem, Span, Wish } from './wish.js';

/** `cuối tuần` is the last working day of the week, `cuối tháng` the month's last day; `hết tuần` is Sunday. */
export function endOfSpan(wish: Wish, endOf: NonNullable<Wish['endOf']>, place: Place): DateTime | Problem {
  const end = findEnd(wish, endOf.span, place);
  const isWorked = endOf.worked === true || (endOf.span === 'week' && endOf.last !== true);
  if (typeof end === 'string' || !isWorked) return end;
  const iso = addWorkingDays(end.plus({ days: 1 }).toISODate()!, -1, place.calendar);
  const day = DateTime.fromISO(iso, { zone: place.now.zone });
  return day < end.startOf(endOf.span) ? 'ambiguous' : day;
}

function findEnd(wish: Wish, span: Span, place: Place): DateTime | Problem {
  const { quarter, shift } = wish;
  const today = place.now.startOf('day');
  const month = quarter === undefined ? wish.month : 3 * quarter;
  const year = wish.year ?? (shift?.year === undefined ? undefined : today.year + shift.year);
  if (span === 'year' && wish.year !== undefined) return today.set({ year: wish.year, month: 12, day: 31 });
  if (month === undefined) {
    if (year !== undefined && span !== 'year') return 'ambiguous';
    return today
      .plus(shiftBy(span, shift?.[span] ?? 0))
      .endOf(span)
      .startOf('day');
  }
  if (month < 1 || month > 12) return 'impossible';
  const named = year ?? today.year + (month < today.month ? 1 : 0);
  return DateTime.fromObject({ year: named, month }, { zone: today.zone }).endOf('month').startOf('day');
}

/** `đầu tuần`: the first working day of the week. */
export function firstWorkingDay(wish: Wish, place: Place): DateTime {
  const monday = place.now.startOf('week').plus({ weeks: wish.shift?.week ?? 0 });
  const iso = addWorkingDays(monday.minus({ days: 1 }).toISODate()!, 1, place.calendar);
  return DateTime.fromISO(iso, { zone: place.now.zone });
}

function shiftBy(span: Span, count: number): Record<string, number> {
  return span === 'quarter' ? { months: 3 * count } : { [span]: count };
}
