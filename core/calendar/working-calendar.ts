import { addDays, weekdayOf } from './iso-date.js';
import { publicHolidays } from './public-holidays.js';

/** When an office works. Dates are ISO dates (`2026-11-30`) and times local (`17:00`), both of the office's own zone. */
export interface WorkingCalendar {
  isWorkingDay(isoDate: string): boolean;
  /** The unit is on leave: no working day, and not even urgent things are recalled. */
  isLeave(isoDate: string): boolean;
  /** Beginning and end of the working day. */
  readonly workFrom: string;
  readonly workUntil: string;
}

/** `days`: the weekdays that are worked, 1 Monday … 7 Sunday. */
export interface WorkingHours {
  days: readonly number[];
  from: string;
  until: string;
}

/** Monday to Friday from 8:00 to 17:00, as public offices work. */
export const officeHours: WorkingHours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00' };

export interface CalendarOptions {
  /** ISO code of the country whose public holidays count; Vietnam when absent. */
  country?: string;
  /** `officeHours` when absent. */
  hours?: WorkingHours;
  extraDaysOff?: readonly string[];
  /** Days worked although they fall on a weekend or holiday (swap days). They win over everything else. */
  extraWorkingDays?: readonly string[];
  /** Both days count. */
  leaves?: readonly { firstDay: string; lastDay: string }[];
}

/** The weekly working days without public holidays and their substitutes, as the admin has corrected them. */
export function createWorkingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const { country = 'VN', hours = officeHours } = options;
  const off = new Set(options.extraDaysOff);
  const on = new Set(options.extraWorkingDays);
  const isLeave = (isoDate: string) =>
    (options.leaves ?? []).some(({ firstDay, lastDay }) => firstDay <= isoDate && isoDate <= lastDay);
  return {
    isLeave,
    isWorkingDay(isoDate) {
      if (isLeave(isoDate)) return false;
      if (on.has(isoDate)) return true;
      if (off.has(isoDate) || !hours.days.includes(weekdayOf(isoDate))) return false;
      return !publicHolidays(country, Number(isoDate.slice(0, 4))).has(isoDate);
    },
    workFrom: hours.from,
    workUntil: hours.until,
  };
}

// A calendar without any working day must not hang the caller; a year without one is no calendar.
const SEARCH_LIMIT_DAYS = 366;

/** The nth working day after a date (`n` > 0) or before it (`n` < 0); for 0 the date itself. */
export function addWorkingDays(
  isoDate: string,
  n: number,
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>,
): string {
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
