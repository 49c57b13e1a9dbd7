import { DateTime } from 'luxon';
import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { readRange } from './read-range.js';
import { resolve } from './resolve.js';

export type DeadlineReading =
  | { due: Date; reason: null }
  | { due: null; reason: 'empty' | 'past' | 'impossible' | 'ambiguous' | 'unreadable' | 'recurring' };

/** `calendar`: of the office that sets the deadline; Vietnam's public offices when absent. */
export interface DeadlineContext {
  now: Date;
  zone: string;
  calendar?: WorkingCalendar;
}

const defaultCalendar = createWorkingCalendar();

/**
 * Reads a deadline in Vietnamese or English. Never in the past; what is not wholly understood is not read. What comes
 * again (`ngày 5 hằng tháng`) is no deadline: reason `recurring`, read by readRecurrence.
 */
export function readDeadline(text: string, at: DeadlineContext): DeadlineReading {
  const now = DateTime.fromJSDate(at.now, { zone: at.zone });
  const place = { now, calendar: at.calendar ?? defaultCalendar };
  const wish = readRange(text, place);
  if (typeof wish === 'string') return { due: null, reason: wish };
  if (wish.recurring) return { due: null, reason: 'recurring' };
  const due = resolve(wish, place);
  return typeof due === 'string' ? { due: null, reason: due } : { due: due.toJSDate(), reason: null };
}
