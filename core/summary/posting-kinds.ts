import { calendarKinds, type CalendarKind } from './period.js';

/** What the calendar's entries for reports of each kind are called. */
const names: Record<CalendarKind, string> = {
  week: 'weekly-summary',
  month: 'monthly-summary',
  quarter: 'quarterly-summary',
  half: 'half-yearly-summary',
  year: 'yearly-summary',
};

export const nameOccurrence = (kind: CalendarKind) => names[kind];

/** One report that must be posted: its kind and its period. */
export const keyOccurrence = (kind: CalendarKind, period: string) => `${names[kind]}:${period}`;

/** What a key means; null for a key of something else. */
export function readOccurrence(key: string): { kind: CalendarKind; period: string } | null {
  const [name, period] = key.split(':');
  const kind = calendarKinds.find((one) => names[one] === name);
  return kind && period ? { kind, period } : null;
}
