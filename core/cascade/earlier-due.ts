import { DateTime } from 'luxon';
import { addWorkingDays } from '../calendar/working-calendar.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

const halfHour = 30;

/**
 * The deadline proposed to those below, so that the unit has time to put together what they did: the same time on the
 * working day before; where that leaves them less than half of the time, the middle of it. None where there is none.
 */
export function proposeEarlierDue(
  dueAt: Date | null,
  now: Date,
  { zone, calendar }: { zone: string; calendar: WorkingCalendar },
): Date | null {
  if (!dueAt || dueAt <= now) return null;
  const middle = now.getTime() + (dueAt.getTime() - now.getTime()) / 2;
  const due = DateTime.fromJSDate(dueAt, { zone });
  const { hour, minute } = due;
  const before = DateTime.fromISO(addWorkingDays(due.toISODate() ?? '', -1, calendar), { zone });
  const dayBefore = before.set({ hour, minute });
  if (dayBefore.toMillis() >= middle) return dayBefore.toJSDate();
  const half = DateTime.fromMillis(middle, { zone }).startOf('minute');
  const rounded = half.minus({ minutes: half.minute % halfHour });
  return rounded.toMillis() > now.getTime() ? rounded.toJSDate() : dueAt;
}
