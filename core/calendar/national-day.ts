import { addDays } from './iso-date.js';

/**
 * The Labour Code gives two days for the National Day: 2 September and the day before or after it, which the
 * government names anew each year. So the second day cannot be computed: these are the years already decided;
 * a later year's day is set by the admin as an extra day off.
 */
export const SECOND_NATIONAL_DAYS: readonly string[] = [
  '2021-09-03',
  '2022-09-01',
  '2023-09-01',
  '2024-09-03',
  '2025-09-01',
  '2026-09-01',
];

/** The day is announced some weeks ahead: before that nobody could enter it. */
const askedDaysAhead = 60;

/**
 * The coming National Day whose second day off still has to be entered; null while it is far, and where it is known.
 * `isSetOff`: whether an admin set that day off.
 */
export function findOpenNationalDay(today: string, isSetOff: (day: string) => boolean): string | null {
  const year = today.slice(0, 4);
  const day = `${year}-09-02`;
  if (today > day || today < addDays(day, -askedDaysAhead)) return null;
  if (SECOND_NATIONAL_DAYS.some((known) => known.startsWith(year))) return null;
  return isSetOff(addDays(day, -1)) || isSetOff(addDays(day, 1)) ? null : day;
}
