import Holidays from 'date-holidays';
import { addDays } from './iso-date.js';
import type { WorkingCalendar } from './working-calendar.js';

// As with the other holidays: a year is worked out once per process, and the instance is dropped.
const firstDays = new Map<number, string>();

/** The first day of the lunar year that begins in a year, as an ISO date. */
export function firstDayOfTet(year: number): string {
  let day = firstDays.get(year);
  if (day === undefined) {
    const tet = new Holidays('VN', { types: ['public'] })
      .getHolidays(year)
      .find(({ rule }) => rule === 'vietnamese 1-0-1');
    if (!tet) throw new Error(`no Tết in ${year}`);
    day = tet.date.slice(0, 10);
    firstDays.set(year, day);
  }
  return day;
}

// The longest breaks so far had nine days; what stops the search is a calendar without working days.
const longestBreak = 30;

/** Whether a day lies in the break around Tết: the unbroken run of days off that the first day of the year stands in. */
export function isInTetBreak(isoDate: string, calendar: Pick<WorkingCalendar, 'isWorkingDay'>): boolean {
  const tet = firstDayOfTet(Number(isoDate.slice(0, 4)));
  const step = isoDate <= tet ? 1 : -1;
  for (let day = isoDate, left = longestBreak; left > 0; left -= 1, day = addDays(day, step)) {
    if (calendar.isWorkingDay(day)) return false;
    if (day === tet) return true;
  }
  return false;
}
