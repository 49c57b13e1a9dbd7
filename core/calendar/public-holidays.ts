import Holidays from 'date-holidays';
import { addDays, weekdayOf } from './iso-date.js';
import { SECOND_NATIONAL_DAYS } from './national-day.js';

const DAY_MS = 86_400_000;
// date-holidays takes some 70 ms for a country's first year, so a year is worked out once per process.
const cache = new Map<string, ReadonlySet<string>>();

/** The public holidays of a country in one year as ISO dates, with the days that replace those on a weekend. */
export function publicHolidays(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  let days = cache.get(key);
  if (!days) {
    days = country === 'VN' ? withSubstitutes(readDays('VN', year), year) : readDays(country, year);
    cache.set(key, days);
  }
  return days;
}

function readDays(country: string, year: number): Set<string> {
  const days = new Set<string>();
  // The instance is dropped afterwards: kept, it holds the rules of the country and every year it computed.
  for (const holiday of new Holidays(country, { types: ['public'] }).getHolidays(year)) {
    const first = holiday.date.slice(0, 10);
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
    for (let day = 0; day < length; day += 1) days.add(addDays(first, day));
  }
  return days;
}

/** Labour Code, article 111: a holiday that falls on a weekly day off is taken on the next working day. */
function withSubstitutes(holidays: Set<string>, year: number): Set<string> {
  for (const day of SECOND_NATIONAL_DAYS) if (day.startsWith(`${year}`)) holidays.add(day);
  const all = new Set(holidays);
  for (const day of [...holidays].sort()) {
    if (weekdayOf(day) < 6) continue;
    let next = addDays(day, 1);
    while (weekdayOf(next) > 5 || all.has(next)) next = addDays(next, 1);
    all.add(next);
  }
  return all;
}
