import { foldText } from '../text/fold.js';
import { officeHours, type WorkingHours } from './working-calendar.js';

const CLOCKS = /^(\d{1,2})[:hg.]?(\d{2})? ?(?:-|den|to) ?(\d{1,2})[:hg.]?(\d{2})?(?:h|g)?$/;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY = '(?:(?:thu ?|t)([2-7])|(cn|chu nhat)|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)';
const DAYS = new RegExp(`(?:^| )${DAY} ?(?:(?:-|den|to) ?${DAY})?(?=$| )`, 'g');

/**
 * Reads working hours, with the days where they are named: `07:00-16:30`, `7h-16h30 T2-T7`, `8:00-17:00 mon-fri`.
 * Monday to Friday when they are not. Null when it can't be read or does not end after it begins.
 */
export function readHours(text: string): WorkingHours | null {
  const folded = foldText(text).replace(/[–—]/g, '-').replaceAll(',', ' ');
  const days = new Set<number>();
  const clocks = folded.replace(DAYS, (_all, ...found: (string | undefined)[]) => {
    const first = dayOf(found.slice(0, 3));
    const last = dayOf(found.slice(3, 6)) || first;
    for (let day = first; day <= last; day += 1) days.add(day);
    return ' ';
  });
  const [, fromHour, fromMinute = '00', untilHour, untilMinute = '00'] =
    CLOCKS.exec(clocks.replace(/\s+/g, ' ').trim()) ?? [];
  if (fromHour === undefined || untilHour === undefined) return null;
  const [from, until] = [toClock(fromHour, fromMinute), toClock(untilHour, untilMinute)];
  if (from === null || until === null || from >= until) return null;
  return { days: days.size > 0 ? [...days].sort() : [...officeHours.days], from, until };
}

function dayOf([number, sunday, name]: readonly (string | undefined)[]): number {
  if (number !== undefined) return Number(number) - 1;
  if (sunday !== undefined) return 7;
  return name === undefined ? 0 : NAMES.indexOf(name) + 1;
}

function toClock(hour: string, minute: string): string | null {
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}
