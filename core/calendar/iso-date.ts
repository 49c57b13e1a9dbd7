import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;

/** Days of the week of an ISO date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(isoDate: string): number {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;
}

/** The ISO date `days` later (or earlier). Dates have no zone here: no clock change can shift them. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one ISO date to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** When the day that `at` belongs to began in a zone. */
export function startOfDay(at: Date, zone: string): Date {
  return DateTime.fromJSDate(at, { zone }).startOf('day').toJSDate();
}

/** When a date begins in a zone. */
export function startOfDate(isoDate: string, zone: string): Date {
  return DateTime.fromISO(isoDate, { zone }).toJSDate();
}

/** The ISO date of a moment in a zone. */
export function localDate(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISODate() ?? '';
}
