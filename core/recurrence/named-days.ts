import { addDays, weekdayOf } from '../calendar/iso-date.js';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { MonthDay, Recurrence } from '../deadline/recurrence.js';

type Calendar = Pick<WorkingCalendar, 'isWorkingDay'>;

const dayMs = 86_400_000;
/** Years looked through for the next day: a yearly rhythm with the longest interval names one in each half century. */
const yearsAtMost = 120;

/**
 * The days that a rhythm names from `from` on, ascending, as ISO dates, whether they are worked or not. Every n-th is
 * counted from the day, week, month, quarter or year of `anchor`. Dates have no zone: no clock change can shift them.
 */
export function* namedDays(
  recurrence: Recurrence,
  anchor: string,
  from: string,
  calendar: Calendar,
): Generator<string> {
  const limit = addDays(from, yearsAtMost * 366);
  for (const span of spans(recurrence, from)) {
    if (span > limit) return;
    if (!isCounted(recurrence, anchor, span)) continue;
    for (const day of daysOf(recurrence, span, calendar)) if (day >= from) yield day;
  }
}

/** The first days of the spans (days, weeks, months) in which the rhythm may name days, from that of `from` on. */
function* spans({ every }: Recurrence, from: string): Generator<string> {
  if (every === 'day' || every === 'workingDay') for (let day = from; ; day = addDays(day, 1)) yield day;
  if (every === 'week') for (let day = mondayOf(from); ; day = addDays(day, 7)) yield day;
  for (let index = monthIndex(from); ; index += 1) yield monthStart(index);
}

/** Whether this span is one of every n. */
function isCounted(recurrence: Recurrence, anchor: string, span: string): boolean {
  const { interval, every } = recurrence;
  const apart = (first: number, second: number) =>
    (((second - first) % interval) + interval) % interval === 0;
  const [before, now] = [monthIndex(anchor), monthIndex(span)];
  switch (every) {
    case 'day':
    case 'workingDay':
      return apart(dayIndex(anchor), dayIndex(span));
    case 'week':
      return apart(dayIndex(mondayOf(anchor)) / 7, dayIndex(span) / 7);
    case 'month':
      return apart(before, now);
    case 'quarter':
      return now % 3 === recurrence.monthOf - 1 && apart(Math.floor(before / 3), Math.floor(now / 3));
    case 'year':
      return now % 12 === recurrence.monthOf - 1 && apart(Math.floor(before / 12), Math.floor(now / 12));
  }
}

function daysOf(recurrence: Recurrence, span: string, calendar: Calendar): string[] {
  switch (recurrence.every) {
    case 'day':
      return [span];
    case 'workingDay':
      return calendar.isWorkingDay(span) ? [span] : [];
    case 'week':
      return recurrence.weekdays.map((weekday) => addDays(span, weekday - 1));
    case 'month':
    case 'quarter':
    case 'year':
      return [dayOfMonth(span, recurrence.day, calendar)];
  }
}

function dayOfMonth(first: string, day: MonthDay, calendar: Calendar): string {
  const next = monthStart(monthIndex(first) + 1);
  const last = addDays(next, -1);
  if (day === 'last') return last;
  if (day !== 'lastWorking') return [addDays(first, day - 1), last].sort()[0]!;
  const worked = addWorkingDays(next, -1, calendar);
  return worked < first ? last : worked;
}

const dayIndex = (isoDate: string) => Date.parse(`${isoDate}T00:00:00Z`) / dayMs;
/** Days since a Monday, so that weeks count whole. */
const mondayOf = (isoDate: string) => addDays(isoDate, 1 - weekdayOf(isoDate));
const monthIndex = (isoDate: string) => Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1;
const monthStart = (index: number) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
