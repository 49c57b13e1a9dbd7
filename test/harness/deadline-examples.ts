import { DateTime } from 'luxon';
import { readDeadline } from '../../core/deadline/read-deadline.js';
import { readRecurrence } from '../../core/deadline/read-recurrence.js';
import { readTable } from './read-table.js';

const usualNow = '2026-11-24T10:00+07:00';
const usualZone = 'Asia/Ho_Chi_Minh';

/** A deadline and what it means when it is said `now` in `zone`: see core/deadline/examples/README.md. */
export interface DeadlineExample {
  text: string;
  due: string;
  now: string;
  zone: string;
  at: string;
}

/** The tables of core/deadline/examples/. */
export function readDeadlineExamples(): DeadlineExample[] {
  const folder = new URL('../../core/deadline/examples/', import.meta.url);
  const rows = readTable(folder, ['text', 'due', 'now', 'zone'] as const);
  return rows.map((row) => ({ ...row, now: row.now || usualNow, zone: row.zone || usualZone }));
}

/** What the text means, in the words of the tables. */
export function describeDue(text: string, { now, zone }: Pick<DeadlineExample, 'now' | 'zone'>): string {
  const { due, reason } = readDeadline(text, { now: new Date(now), zone });
  if (due) return DateTime.fromJSDate(due, { zone }).toFormat('yyyy-MM-dd HH:mm');
  return reason === 'recurring' ? describeRecurrence(text) : reason;
}

/** `month 5 17:00`, `week 1,4 17:00`, `2 week 5 09:00`, `year 3-8 17:00`. */
function describeRecurrence(text: string): string {
  const { recurrence, reason } = readRecurrence(text);
  if (!recurrence) return `recurring ${reason}`;
  const { every, interval, time } = recurrence;
  const days = 'weekdays' in recurrence ? recurrence.weekdays.join(',') : '';
  const month = 'monthOf' in recurrence ? `${recurrence.monthOf}-` : '';
  const day = 'day' in recurrence ? `${month}${recurrence.day}` : days;
  return [interval === 1 ? '' : interval, every, day, time].filter((part) => part !== '').join(' ');
}
