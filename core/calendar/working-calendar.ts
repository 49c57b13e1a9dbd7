import { addDays, weekdayOf } from './iso-date.js';
import { publicHolidays } from './public-holidays.js';

/** Says which days are worked. Dates are ISO dates (`2026-11-30`) of the organisation's own zone. */
export type WorkingCalendar = { isWorkingDay(isoDate: string): boolean };

export interface CalendarOptions {
  /** ISO code of the country whose public holidays count; Vietnam when absent. */
  country?: string;
  extraDaysOff?: string[];
  /** Days worked although they fall on a weekend or holiday (swap days). They win over everything else. */
  extraWorkingDays?: string[];
}

/** Monday to Friday without public holidays and their substitutes, as the admin has corrected it. */
export function createWorkingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const country = options.country ?? 'VN';
  const off = new Set(options.extraDaysOff);
  const on = new Set(options.extraWorkingDays);
  return {
    isWorkingDay(isoDate) {
      if (on.has(isoDate)) return true;
      if (off.has(isoDate) || weekdayOf(isoDate) > 5) return false;
      return !publicHolidays(country, Number(isoDate.slice(0, 4))).has(isoDate);
    },
  };
}

// A calendar without any working day must not hang the caller; a year without one is no calendar.
const SEARCH_LIMIT_DAYS = 366;

/** The nth working day after a date (`n` > 0) or before it (`n` < 0); for 0 the date itself. */
export function addWorkingDays(isoDate: string, n: number, calendar: WorkingCalendar): string {
  const step = n < 0 ? -1 : 1;
  let date = isoDate;
  for (let left = Math.abs(Math.trunc(n)), idle = 0; left > 0 && idle < SEARCH_LIMIT_DAYS;) {
    date = addDays(date, step);
    const worked = calendar.isWorkingDay(date);
    left -= worked ? 1 : 0;
    idle = worked ? 0 : idle + 1;
  }
  return date;
}
