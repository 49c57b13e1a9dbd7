import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { timeOf } from './at-time.js';
import { readLoosely } from './read-loosely.js';
import { readWish } from './read-wish.js';
import type { Recurrence } from './recurrence.js';
import type { Problem, Wish } from './wish.js';

export type RecurrenceReading =
  { recurrence: Recurrence; reason: null } | { recurrence: null; reason: Problem | 'empty' | 'once' };

type Rhythm = Omit<Recurrence, 'time' | 'interval'>;

const defaultCalendar = createWorkingCalendar();
const longestInterval = 52;

/**
 * Reads a deadline that comes again (`ngày 5 hằng tháng`, `17h thứ 6 hằng tuần`, `every Monday 9am`); what is to be
 * done may stand around it. Reason `once`: a
 * deadline that does not come again; `ambiguous`: which day of the month or week is meant is not said.
 */
export function readRecurrence(text: string, calendar: WorkingCalendar = defaultCalendar): RecurrenceReading {
  return toRecurrence(readLoosely(text), calendar);
}

/** Reads the same where all words must belong to it: `thứ 6 hằng tuần #truonghoc` is no recurrence. */
export function readBareRecurrence(text: string, calendar: WorkingCalendar): RecurrenceReading {
  return toRecurrence(readWish(text), calendar);
}

function toRecurrence(wish: Wish | Problem | 'empty', calendar: WorkingCalendar): RecurrenceReading {
  if (typeof wish === 'string') return { recurrence: null, reason: wish };
  if (!wish.recurring) return { recurrence: null, reason: 'once' };
  const { every, interval } = wish.recurring;
  if (!(interval >= 1 && interval <= longestInterval)) return { recurrence: null, reason: 'impossible' };
  const rhythm = findRhythm(every, wish);
  if (typeof rhythm === 'string') return { recurrence: null, reason: rhythm };
  const { hour, minute } = timeOf(wish, calendar);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { recurrence: { ...rhythm, interval, time } as Recurrence, reason: null };
}

/** Which days they are; what the words say beside it must not be left out. */
function findRhythm(every: Recurrence['every'], wish: Wish): Rhythm | Problem {
  const { after, dayShift, instant, shift, year, counted } = wish;
  const once = [after, dayShift, instant, year, counted].some((said) => said !== undefined);
  if (once || Object.values(shift ?? {}).some((count) => count !== 0)) return 'ambiguous';
  const days = wish.weekdays ?? (wish.weekday === undefined ? undefined : [wish.weekday]);
  if (wish.without) return findRest(every, wish.without, days);
  const hasDate = wish.day !== undefined || wish.endOf !== undefined || wish.month !== undefined;
  if (every === 'day' || every === 'workingDay')
    return days !== undefined || hasDate ? weekly(every, days, hasDate) : { every };
  if (every === 'week') return findWeekly(days, wish, hasDate);
  if (days !== undefined) return 'ambiguous';
  return findDated(every, wish);
}

/** `hằng ngày, trừ chủ nhật`: the other days of the week. */
function findRest(
  every: Recurrence['every'],
  without: readonly number[],
  days: number[] | undefined,
): Rhythm | Problem {
  const left = [1, 2, 3, 4, 5, 6, 7].filter((day) => !without.includes(day));
  return every === 'day' && days === undefined ? ({ every: 'week', weekdays: left } as Rhythm) : 'ambiguous';
}

/** `hằng ngày thứ 6` says two things. */
function weekly(every: 'day' | 'workingDay', days: number[] | undefined, hasDate: boolean): Rhythm | Problem {
  return every === 'day' && days !== undefined && !hasDate
    ? ({ every: 'week', weekdays: days } as Rhythm)
    : 'ambiguous';
}

/** `cuối tuần hằng tuần` is Friday: a rhythm knows no holidays. */
function findWeekly(days: number[] | undefined, wish: Wish, hasDate: boolean): Rhythm | Problem {
  if (days !== undefined)
    return hasDate && !wish.endOf ? 'ambiguous' : ({ every: 'week', weekdays: days } as Rhythm);
  if (wish.startOf === 'week') return { every: 'week', weekdays: [1] } as Rhythm;
  if (wish.endOf?.span === 'week')
    return { every: 'week', weekdays: [wish.endOf.last === true ? 7 : 5] } as Rhythm;
  return 'ambiguous';
}

function findDated(every: 'month' | 'quarter' | 'year', wish: Wish): Rhythm | Problem {
  const { day, month, endOf } = wish;
  if (day !== undefined && (day < 1 || day > 31)) return 'impossible';
  if (month !== undefined && (month < 1 || month > 12)) return 'impossible';
  if (endOf && day !== undefined) return 'ambiguous';
  const last = endOf?.worked === true ? 'lastWorking' : 'last';
  if (every === 'month' && month === undefined) {
    if (endOf?.span === 'month') return { every, day: last } as Rhythm;
    return day === undefined ? 'ambiguous' : ({ every, day } as Rhythm);
  }
  if (every === 'quarter') {
    if (endOf?.span === 'quarter') return { every, monthOf: 3, day: last } as Rhythm;
    const { monthOf } = wish;
    return monthOf === undefined || day === undefined ? 'ambiguous' : ({ every, monthOf, day } as Rhythm);
  }
  if (every !== 'year') return 'ambiguous';
  if (endOf?.span === 'year') return { every, monthOf: 12, day: last } as Rhythm;
  if (month === undefined) return 'ambiguous';
  if (endOf?.span === 'month') return { every, monthOf: month, day: last } as Rhythm;
  if (day === undefined) return 'ambiguous';
  return new Date(Date.UTC(2028, month - 1, day)).getUTCMonth() === month - 1
    ? ({ every, monthOf: month, day } as Rhythm)
    : 'impossible';
}
