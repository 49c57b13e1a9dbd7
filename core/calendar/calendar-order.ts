import { readDeadline } from '../deadline/read-deadline.js';
import { foldText } from '../text/fold.js';
import { localDate } from './iso-date.js';
import { listsDays } from './listed-days.js';
import { readHours } from './read-hours.js';
import type { WorkingHours } from './working-calendar.js';

/** What an admin says about the calendar. `unit`: a code; null for the whole organisation. Dates are ISO dates. */
export type CalendarOrder =
  | { verb: 'show'; unit: string | null }
  | { verb: 'off' | 'work' | 'clear'; unit: string | null; firstDay: string; lastDay: string; note: string }
  /** Null hours: those of the units above it again. */
  | { verb: 'hours'; unit: string; hours: WorkingHours | null }
  | { verb: 'leave'; unit: string; firstDay: string; lastDay: string; note: string }
  | { verb: 'return'; unit: string };

/** Why it is no order: the key of a sentence and what it names. */
export interface OrderProblem {
  problem: 'form' | 'date' | 'past' | 'range' | 'several' | 'hours' | 'unit';
  value: string;
}

const VERBS: readonly (readonly [RegExp, 'off' | 'work' | 'clear' | 'hours' | 'leave'])[] = [
  [/^(?:off|nghi|day off|ngay nghi) /, 'off'],
  [/^(?:work|lam bu|lam viec|di lam|lam) /, 'work'],
  [/^(?:clear|bo|xoa|remove) /, 'clear'],
  [/^(?:hours|gio lam viec|gio lam|gio) /, 'hours'],
  [/^(?:leave|mien|nghi phep|phep|vang) /, 'leave'],
];
const DATE = /^(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}-\d{2}-\d{2})$/;
const RANGE = /^(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)-(\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)$/;
/** A day by its name; a weekday's is looked for behind the first day of a span. */
const NAMED_DAY =
  /^(?:(?<weekday>(?:ngay )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)(?: (?:tuan (?:nay|sau|toi)|nay|toi))?|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:ngay |hom )?nay|(?:ngay )?(?:mai|kia|mot)|(?:ngay )?\d{1,2} thang \d{1,2}(?: nam \d{4})?|ngay \d{1,2}|today|tomorrow)(?= |$)/;
/** `đến hết tuần sau`, `đến cuối tháng`; alone it is all of it: `nghỉ tuần sau`. */
const PERIOD =
  /^(?:(?:cuoi|ca) )?(?<period>(?:tuan|thang)(?: (?:nay|sau|toi))?|(?:this|next) (?:week|month))(?= |$)/;
const UNTIL = /^(?:den|to|until)$/;
const BETWEEN = /^(?:den|to|until|-|tu|from|ngay)$/;
const ENDING = /^(?:bo|xoa|clear|remove|thoi|end|het)$/;
/** What looks like a unit's code and is none: it must not become the note of a day for all. */
const CODE = /^[a-z]{1,6}[-_.]?\d{1,4}$/i;
const noteLength = 100;
const dayMs = 86_400_000;
/** A longer span is a slip of the finger. */
const longestDays = 366;

interface Said {
  unit: string | null;
  dates: string[];
  rest: string[];
}

/** Reads `/calendar …`. `isUnit`: whether a word is a unit's code. A date without a year is the next one to come. */
export function readCalendarOrder(
  args: string,
  at: { now: Date; zone: string; isUnit: (word: string) => boolean },
): CalendarOrder | OrderProblem {
  const words = args.split(/\s+/).filter((word) => word !== '');
  const folded = `${foldText(args)} `;
  // The longest name of a verb wins: `nghỉ phép` is not `nghỉ`.
  const found = VERBS.map(([pattern, verb]) => ({ verb, head: pattern.exec(folded)?.[0] ?? '' })).sort(
    (a, b) => b.head.length - a.head.length,
  )[0]!;
  if (found.head === '') return readShow(words, at.isUnit);
  const said = sort(words.slice(found.head.trim().split(' ').length), at.isUnit);
  const unknown = findUnknown(said, words);
  if (unknown !== undefined) return { problem: 'unit', value: unknown };
  if (found.verb !== 'hours' && listsDays(folded)) return { problem: 'several', value: '' };
  if (found.verb === 'hours') return readUnitHours(said);
  if (found.verb === 'leave') return readLeave(said, at);
  const days = readDays(said, at);
  return 'problem' in days ? days : { verb: found.verb, unit: said.unit, ...days };
}

/** `nghỉ XA99 28/11`: a code where no unit has it, before the day or alone behind it. */
function findUnknown({ unit, dates, rest }: Said, words: readonly string[]): string | undefined {
  const [first = ''] = rest;
  if (unit !== null || !CODE.test(first)) return undefined;
  const day = dates[0]?.split(' ')[0];
  const isBefore = day === undefined || words.indexOf(first) < words.indexOf(day);
  return isBefore || rest.length === 1 ? first : undefined;
}

function readShow(words: string[], isUnit: (word: string) => boolean): CalendarOrder | OrderProblem {
  const [code] = words;
  if (code === undefined) return { verb: 'show', unit: null };
  if (words.length === 1)
    return isUnit(code)
      ? { verb: 'show', unit: code }
      : { problem: DATE.test(code) ? 'form' : 'unit', value: code };
  return { problem: 'form', value: '' };
}

/** Tells codes, dates and the note apart, in any order; in a note no day's name is one of the dates. */
function sort(words: readonly string[], isUnit: (word: string) => boolean): Said {
  const said: Said = { unit: null, dates: [], rest: [] };
  const folded = words.map(foldText);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const range = RANGE.exec(word);
    const named = said.rest.length > 0 ? undefined : findName(folded.slice(at).join(' '));
    if (range) said.dates.push(range[1]!, range[2]!);
    else if (DATE.test(word)) said.dates.push(word);
    else if (said.unit === null && isUnit(word)) said.unit = word;
    else if (named !== undefined) {
      const length = named.split(' ').length;
      said.dates.push(words.slice(at, at + length).join(' '));
      at += length - 1;
    } else if (said.rest.length === 0 && UNTIL.test(folded[at - 1] ?? '') && folded[at] !== 'het') {
      // `đến khi xong`: until when must not be guessed.
      said.dates.push(words.slice(at).join(' '));
      break;
    } else if (said.rest.length > 0 || !isBetween(folded, at)) said.rest.push(word);
  }
  return said;
}

const findName = (words: string): string | undefined => (NAMED_DAY.exec(words) ?? PERIOD.exec(words))?.[0];

/** \`hết\` ends a leave, unless a day follows: \`đến hết thứ 6\`. */
const isBetween = (folded: readonly string[], at: number): boolean =>
  BETWEEN.test(folded[at]!) || (folded[at] === 'het' && at + 1 < folded.length);

function readUnitHours({ unit, rest }: Said): CalendarOrder | OrderProblem {
  if (unit === null) return { problem: 'form', value: '' };
  if (rest.length === 1 && ENDING.test(foldText(rest[0]!))) return { verb: 'hours', unit, hours: null };
  const hours = readHours(rest.join(' '));
  return hours ? { verb: 'hours', unit, hours } : { problem: 'hours', value: rest.join(' ') };
}

function readLeave(said: Said, at: { now: Date; zone: string }): CalendarOrder | OrderProblem {
  const { unit, dates, rest } = said;
  if (unit === null) return { problem: 'form', value: '' };
  if (dates.length === 0 && rest.length === 1 && ENDING.test(foldText(rest[0]!)))
    return { verb: 'return', unit };
  const days = readDays(said, at);
  return 'problem' in days ? days : { verb: 'leave', unit, ...days };
}

function readDays(
  { dates, rest }: Said,
  at: { now: Date; zone: string },
): { firstDay: string; lastDay: string; note: string } | OrderProblem {
  if (dates.length === 0 || dates.length > 2) return { problem: 'form', value: '' };
  const days: string[] = [];
  let from = at.now;
  for (const date of dates) {
    const isWeekday = NAMED_DAY.exec(foldText(date))?.groups?.weekday !== undefined;
    const said = PERIOD.exec(foldText(date))?.groups?.['period'];
    const period = said === undefined ? null : namePeriod(said);
    if (period && dates.length === 1)
      days.push(localDate((period.first && readDeadline(period.first, at).due) || at.now, at.zone));
    const { due, reason } = readDeadline(`hết ${period?.name ?? date}`, {
      ...at,
      now: isWeekday ? from : at.now,
    });
    if (due === null) return { problem: reason === 'past' ? 'past' : 'date', value: date };
    days.push(localDate(due, at.zone));
    from = new Date(due.getTime() - dayMs + 1);
  }
  const [firstDay = '', lastDay = firstDay] = days;
  if (!isSpan({ firstDay, lastDay })) return { problem: 'range', value: dates.join(' – ') };
  return { firstDay, lastDay, note: rest.join(' ').slice(0, noteLength) };
}

/** A week or month by one name; of one that has begun the first day is today. */
function namePeriod(said: string): { first: string | null; name: string } {
  const isMonth = /thang|month/.test(said);
  const name = `${isMonth ? 'tháng' : 'tuần'} ${/^next | (?:sau|toi)$/.test(said) ? 'sau' : 'này'}`;
  return { name, first: name.endsWith('sau') ? `${isMonth ? 'ngày 1' : 'thứ 2'} ${name}` : null };
}

/** Whether the last day is no earlier than the first, and not too far behind it. */
export function isSpan({ firstDay, lastDay }: { firstDay: string; lastDay: string }): boolean {
  const length = (Date.parse(lastDay) - Date.parse(firstDay)) / dayMs;
  return length >= 0 && length <= longestDays;
}
