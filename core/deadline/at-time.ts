import type { DateTime } from 'luxon';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Wish } from './wish.js';

// The end of the part of a day in which an office expects something.
const PART_ENDS = { morning: [12, 0], noon: [12, 0], evening: [21, 0], night: [23, 59] } as const;

/** The moment of that day which the words mean: the end of work unless they name another. */
export function atTime(day: DateTime, wish: Wish, calendar: WorkingCalendar): DateTime {
  const { hour, minute } = timeOf(wish, calendar);
  return day.set({ hour, minute });
}

/** The same as a time of any day. */
export function timeOf(wish: Wish, calendar: WorkingCalendar): { hour: number; minute: number } {
  if (wish.hour !== undefined) return { hour: wish.hour, minute: wish.minute ?? 0 };
  if (wish.early === true) return readClock(wish.dayPart === 'afternoon' ? '14:00' : calendar.workFrom);
  const isWhole = wish.wholeDay === true || wish.endOf?.last === true;
  const { dayPart } = wish;
  // `hết chiều nay` ends with the afternoon, `hết đêm nay` with the day.
  if (isWhole && (dayPart === undefined || dayPart === 'evening')) return { hour: 23, minute: 59 };
  if (dayPart === undefined || dayPart === 'afternoon') return readClock(calendar.workUntil);
  const [hour, minute] = PART_ENDS[dayPart];
  return { hour, minute };
}

function readClock(text: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { hour, minute };
}
