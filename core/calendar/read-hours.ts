import { foldText } from '../text/fold.js';
import { officeHours, type WorkingHours } from './working-calendar.js';

const CLOCK = '(\\d{1,2})(?:[:hg.](\\d{2})|[hg])?';
const SPAN = new RegExp(`^(?:tu |from |sang )?${CLOCK} ?(?:-|den|toi|to) ?${CLOCK}`);
const MORE = /^(?: ?(?:,|va|and|&|;|\+) ?| )(?:chieu )?/;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SPELLED = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
const DAY =
  '(?:(?:thu ?|t)([2-7])|thu (hai|ba|tu|nam|sau|bay)|(cn|chu nhat)|(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s)?)(?![a-z0-9:])';
const DAYS = new RegExp(`(?<=^|[ ,|])(?:tu )?${DAY}(?: ?(?:-|den|toi|to) ?${DAY})?`, 'g');
const EVERY_DAY =
  /(?<=^|[ ,])(?:ca tuan|(?:hang|moi) ngay|tat ca cac ngay|every ?day|daily|all week|7 ngay(?: (?:\/|moi|mot) ?tuan)?)(?=$|[ ,])/g;

/**
 * Reads working hours, with the days where they are named: `07:00-16:30`, `7h-16h30 T2-T7`, `8:00-17:00 mon-fri`.
 * Monday to Friday when they are not. Null when it can't be read or does not end after it begins. Of two spans of one
 * day (`7h30-11h30, 13h30-17h`) the whole is taken, and the break told.
 */
export function readHours(text: string): (WorkingHours & { hasBreak?: true }) | null {
  const folded = foldText(text).replace(/[–—−~]/g, '-');
  const days = new Set<number>();
  const marked = folded
    .replace(EVERY_DAY, () => {
      for (let day = 1; day <= 7; day += 1) days.add(day);
      return '|';
    })
    .replace(DAYS, (_all, ...found: (string | undefined)[]) => {
      const first = dayOf(found.slice(0, 4));
      const last = dayOf(found.slice(4, 8)) || first;
      // Over the end of the week, too: `T7-T2`.
      for (let day = first; ; day = (day % 7) + 1) {
        days.add(day);
        if (day === last) break;
      }
      return '|';
    });
  const clocks = readClocks(dropDays(marked));
  if (clocks === null) return null;
  return { days: days.size > 0 ? [...days].sort() : [...officeHours.days], ...clocks };
}

/** Without the days before or behind the hours; between two spans, or on both sides, they would be of one of them only. */
function dropDays(marked: string): string {
  const mark = '[\\s,;|&]*\\|(?:(?:[\\s,;|&]|va|and)*\\|)*[\\s,;]*';
  const ahead = new RegExp(`^${mark}`);
  const bare = ahead.test(marked) ? marked.replace(ahead, '') : marked.replace(new RegExp(`${mark}$`), '');
  return bare.replace(/\s+/g, ' ').replace(/^[ ,]+|[ ,.;]+$/g, '');
}

function readClocks(text: string): { from: string; until: string; hasBreak?: true } | null {
  const spans: { from: string; until: string }[] = [];
  for (let rest = text; rest !== '';) {
    if (spans.length > 0) rest = rest.replace(MORE, '');
    const [all, fromHour = '', fromMinute, untilHour = '', untilMinute] = SPAN.exec(rest) ?? [];
    const [from, until] = [toClock(fromHour, fromMinute), toClock(untilHour, untilMinute)];
    if (all === undefined || from === null || until === null || from >= until) return null;
    if (spans.length > 0 && from < spans.at(-1)!.until) return null;
    spans.push({ from, until });
    rest = rest.slice(all.length);
  }
  const [first, second] = spans;
  if (first === undefined || spans.length > 2) return null;
  return second ? { from: first.from, until: second.until, hasBreak: true } : first;
}

function dayOf([number, spelled, sunday, name]: readonly (string | undefined)[]): number {
  if (number !== undefined) return Number(number) - 1;
  if (spelled !== undefined) return SPELLED.indexOf(spelled) + 1;
  if (sunday !== undefined) return 7;
  return name === undefined ? 0 : NAMES.indexOf(name) + 1;
}

function toClock(hour: string, minute = '00'): string | null {
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : null;
}
