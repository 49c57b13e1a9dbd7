import { foldText } from '../text/fold.js';
import { readClause, type Clause } from './order/clause.js';
import { NUMBERS, openSpans } from './order/day-words.js';
import { isNear, readDays, type Days, type Now } from './order/days.js';
import { findTrap, type OrderProblem } from './order/traps.js';
import { CODE, findUnit, type UnitBook } from './order/units.js';
import { readHours } from './read-hours.js';
import type { WorkingHours } from './working-calendar.js';

/** What an admin says about the calendar. `unit`: a code; null for the whole organisation. Dates are ISO dates. */
export type CalendarOrder =
  | { verb: 'show'; unit: string | null }
  | { verb: 'off' | 'work' | 'clear'; unit: string | null; firstDay: string; lastDay: string; note: string }
  /** Days off that other days are worked for. */
  | { verb: 'swap'; unit: string | null; off: Days; work: Days; note: string }
  /** Null hours: those of the units above it again. `hasBreak`: a noon break was said, too, which no calendar keeps. */
  | { verb: 'hours'; unit: string; hours: WorkingHours | null; hasBreak?: true }
  | { verb: 'leave'; unit: string; firstDay: string; lastDay: string; note: string }
  | { verb: 'return'; unit: string };

type Verb = 'off' | 'work' | 'clear' | 'hours' | 'leave';
type At = Now & UnitBook;

const VERBS: readonly (readonly [RegExp, Verb])[] = [
  [/^(?:off|day off|(?:ngay )?nghi(?: (?:bu|le|lam))?) (?!bu )/, 'off'],
  [/^(?:work|(?:di )?lam bu|lam viec|di lam|lam) /, 'work'],
  [/^(?:clear|bo|xoa|remove)(?: (?:ngay nghi|nghi|ngay lam bu|lam bu|off|day off))? /, 'clear'],
  [/^(?:hours|gio lam viec|gio lam|gio) /, 'hours'],
  [/^(?:leave|mien|nghi phep|phep|vang) /, 'leave'],
];
const SWAP = /^(?:hoan doi|doi|swap) /;
const ENDING = /^(?:bo|xoa|clear|remove|thoi|end|het)$/;
const noteLength = 100;

/**
 * Reads `/calendar …`. `isUnit`: whether a word is a unit's code. A date without a year is the next one to come. What
 * can't be read exactly is a problem: no day is ever guessed.
 */
export function readCalendarOrder(args: string, at: At): CalendarOrder | OrderProblem {
  const text = openSpans(args);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const folded = `${foldText(text)} `;
  // The longest name of a verb wins: `nghỉ phép` is not `nghỉ`.
  const found = VERBS.map(([pattern, verb]) => ({ verb, head: pattern.exec(folded)?.[0] ?? '' })).sort(
    (a, b) => b.head.length - a.head.length,
  )[0]!;
  if (found.head === '')
    return SWAP.test(folded) ? { problem: 'swap', value: '' } : readShow(words, at.isUnit);
  const said = words.slice(found.head.trim().split(' ').length);
  if (found.verb === 'hours') return readUnitHours(said, at);
  return found.verb === 'leave' ? readLeave(said, at) : readDayOrder(found.verb, said, at);
}

function readShow(words: string[], isUnit: (word: string) => boolean): CalendarOrder | OrderProblem {
  const [code] = words;
  if (code === undefined) return { verb: 'show', unit: null };
  if (words.length === 1)
    return isUnit(code)
      ? { verb: 'show', unit: code }
      : { problem: NUMBERS.test(code) ? 'form' : 'unit', value: code };
  return { problem: 'form', value: '' };
}

function readDayOrder(verb: 'off' | 'work' | 'clear', words: string[], at: At): CalendarOrder | OrderProblem {
  const clause = readClause(words, at, verb === 'clear' ? null : verb);
  if ('problem' in clause) return clause;
  const days = readDays(clause, at);
  if ('problem' in days) return days;
  if (clause.swap !== null && verb !== 'clear') return readSwap(verb, { clause, days }, at);
  return { verb, unit: clause.unit ?? null, ...days, note: clause.note.slice(0, noteLength) };
}

/** `nghỉ 27/11 bù 5/12`: the second days are the other kind, of the same unit. */
function readSwap(
  verb: 'off' | 'work',
  { clause, days }: { clause: Clause; days: Days },
  at: At,
): CalendarOrder | OrderProblem {
  const other = readClause(clause.swap!, at, null);
  if ('problem' in other) return other;
  if (other.unit !== undefined && clause.unit !== undefined && other.unit !== clause.unit)
    return { problem: 'one', value: other.unit ?? '' };
  const others = readDays(other, at);
  if ('problem' in others) return others;
  if (!isNear(days, others) || overlap(days, others)) return { problem: 'swap', value: '' };
  const [off, work] = verb === 'off' ? [days, others] : [others, days];
  return {
    verb: 'swap',
    unit: clause.unit ?? other.unit ?? null,
    off,
    work,
    note: other.note.slice(0, noteLength),
  };
}

const overlap = (one: Days, other: Days): boolean =>
  one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;

function readUnitHours(words: string[], at: At): CalendarOrder | OrderProblem {
  const folded = words.map((word) => foldText(word).replace(/[,;:]+$/, ''));
  const start = /^(?:cho|for|cua)$/.test(folded[0] ?? '') ? 1 : 0;
  // `7h-17h XA01`: the unit may stand last, too.
  const places = [start, ...words.keys()];
  const place = places.find((one) => findUnit(words, folded, one, at)?.unit);
  const said = place === undefined ? undefined : findUnit(words, folded, place, at)!;
  const rest = said ? [...words.slice(start, place), ...words.slice(place! + said.size)] : words;
  const [first = ''] = words;
  if (!said?.unit) {
    if (findTrap(folded.slice(start).join(' '), 'front') === 'one') return { problem: 'one', value: first };
    if (CODE.test(first) && !/^t[2-7]$/i.test(first)) return { problem: 'unit', value: first };
    return { problem: 'whole', value: '' };
  }
  const unit = said.unit;
  if (rest.length === 1 && ENDING.test(foldText(rest[0]!))) return { verb: 'hours', unit, hours: null };
  const read = readHours(rest.join(' '));
  if (read === null) return { problem: 'hours', value: rest.join(' ') };
  const { hasBreak, ...hours } = read;
  return { verb: 'hours', unit, hours, ...(hasBreak && { hasBreak }) };
}

function readLeave(words: string[], at: At): CalendarOrder | OrderProblem {
  const folded = words.map((word) => foldText(word));
  const end = folded.findIndex((_word, place) => place === words.length - 1 && ENDING.test(folded[place]!));
  if (end > 0) {
    const found = findUnit(words.slice(0, end), folded.slice(0, end), 0, at);
    if (found?.unit && found.size === end) return { verb: 'return', unit: found.unit };
  }
  const clause = readClause(words, at, null);
  if ('problem' in clause) return clause;
  const days = readDays(clause, at, true);
  if ('problem' in days) return days;
  if (!clause.unit) return { problem: 'form', value: '' };
  return { verb: 'leave', unit: clause.unit, ...days, note: clause.note.slice(0, noteLength) };
}
