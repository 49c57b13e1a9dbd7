import { DateTime } from 'luxon';
import { publicHolidays } from '../../../core/calendar/public-holidays.js';
import { firstDayOfTet } from '../../../core/calendar/tet.js';
import { day, minute } from '../types.js';

/** Where a unit lives and when it works, as docs/guide.en.md says: holidays and leaves are no working days. */
export interface Place {
  zone: string;
  days: readonly number[];
  workUntil: string;
  leaves: readonly { firstDay: string; lastDay: string }[];
}

const night = { from: 21, until: 7 };
const morningTime = '08:00';

const local = (at: number, zone: string) => DateTime.fromMillis(at, { zone });
export const dateOf = (at: number, zone: string): string => local(at, zone).toISODate()!;
const moments = new Map<string, number>();

/** That time of a day. Every part asks for the same few mornings and evenings at every step, and reading one is slow. */
export function moment(isoDate: string, time: string, zone: string): number {
  const text = `${isoDate}T${time}`;
  const key = `${text} ${zone}`;
  const at = moments.get(key) ?? DateTime.fromISO(text, { zone }).toMillis();
  moments.set(key, at);
  return at;
}

export const shift = (isoDate: string, days: number): string =>
  new Date(Date.parse(isoDate) + days * day).toISOString().slice(0, 10);

export const isLeave = (isoDate: string, { leaves }: Place): boolean =>
  leaves.some(({ firstDay, lastDay }) => firstDay <= isoDate && isoDate <= lastDay);

export function isWorked(isoDate: string, place: Place): boolean {
  const weekday = new Date(isoDate).getUTCDay() || 7;
  if (isLeave(isoDate, place) || !place.days.includes(weekday)) return false;
  return !publicHolidays('VN', Number(isoDate.slice(0, 4))).has(isoDate);
}

/** The working day that is `count` working days later, or earlier. */
export function countWorkingDays(isoDate: string, count: number, place: Place): string {
  let date = isoDate;
  for (let left = Math.abs(count); left > 0;) {
    date = shift(date, Math.sign(count));
    if (isWorked(date, place)) left -= 1;
  }
  return date;
}

export function isNight(at: number, zone: string): boolean {
  const { hour } = local(at, zone);
  return hour >= night.from || hour < night.until;
}

/** The same moment, or the end of the night it falls into. */
export function awake(at: number, zone: string): number {
  if (!isNight(at, zone)) return at;
  const date = dateOf(at, zone);
  const isEvening = local(at, zone).hour >= night.from;
  return moment(isEvening ? shift(date, 1) : date, '07:00', zone);
}

/** Nothing is recalled on a day off unless it is urgent, and nothing at all in a leave. */
export function rests(at: number, place: Place, urgent: boolean): boolean {
  const date = dateOf(at, place.zone);
  return isLeave(date, place) || (!urgent && !isWorked(date, place));
}

/** The first 08:00 of a working day behind that moment. */
export function nextMorning(at: number, place: Place): number {
  for (let date = dateOf(at, place.zone); ; date = shift(date, 1)) {
    const morning = moment(date, morningTime, place.zone);
    if (morning > at && isWorked(date, place)) return morning;
  }
}

/** The first moment from then on that is neither in the night nor on a day off. */
export function free(at: number, place: Place, urgent = false): number {
  const risen = awake(at, place.zone);
  return rests(risen, place, urgent) ? nextMorning(risen, place) : risen;
}

/**
 * When to recall something before the night or the days off that it falls into begin: half an hour before that. Days
 * off begin where work ends; for what is not there yet by then, with the night behind it.
 */
export function lastFree(at: number, place: Place, urgent: boolean): number[] {
  const { zone, workUntil } = place;
  const date = dateOf(at, zone);
  const evening = local(at, zone).hour < night.until ? shift(date, -1) : date;
  const atNight = moment(evening, '21:00', zone) - 30 * minute;
  if (!rests(at, place, urgent) && !rests(atNight, place, urgent)) return [atNight];
  const worked = countWorkingDays(rests(at, place, urgent) ? date : evening, -1, place);
  return [workUntil, '21:00'].map((time) => moment(worked, time, zone) - 30 * minute);
}

/** Whether a day lies in the days off around Tết. */
export function isTetBreak(isoDate: string, place: Place): boolean {
  const tet = firstDayOfTet(Number(isoDate.slice(0, 4)));
  const [first, last] = [isoDate, tet].sort() as [string, string];
  for (let date = first; date <= last; date = shift(date, 1)) if (isWorked(date, place)) return false;
  return true;
}
