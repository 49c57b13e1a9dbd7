import { DateTime } from 'luxon';
import { addDays } from '../calendar/iso-date.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** A deadline further off is no habit to be repeated. */
const daysAtMost = 60;

/**
 * A deadline as words that count from the sending (`17:00 sau 3 ngày làm việc`), for readDeadline. Null when it falls on
 * a day off or is far away: then it can't be repeated by counting working days.
 */
export function toRelativeDue(
  sentAt: Date,
  dueAt: Date,
  { zone, calendar }: { zone: string; calendar: Pick<WorkingCalendar, 'isWorkingDay'> },
): string | null {
  const due = DateTime.fromJSDate(dueAt, { zone });
  const sentDay = DateTime.fromJSDate(sentAt, { zone }).toISODate()!;
  const dueDay = due.toISODate()!;
  const time = due.toFormat('HH:mm');
  if (sentDay === dueDay) return `${time} hôm nay`;
  if (!calendar.isWorkingDay(dueDay) || dueDay < sentDay) return null;
  let count = 0;
  for (let day = sentDay, left = daysAtMost; day < dueDay; left -= 1) {
    if (left === 0) return null;
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return `${time} sau ${count} ngày làm việc`;
}
