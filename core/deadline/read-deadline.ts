import { DateTime } from 'luxon';
import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { foldText } from '../text/fold.js';
import { resolve, type Problem } from './resolve.js';
import { COMMON_RULES, NOISE } from './rules-common.js';
import { ENGLISH_RULES, ENGLISH_SPAN_ENDS } from './rules-en.js';
import { VIETNAMESE_RULES } from './rules-vi.js';
import type { Wish } from './wish.js';

export type DeadlineReading =
  | { due: Date; reason: null }
  | { due: null; reason: 'empty' | 'past' | 'impossible' | 'ambiguous' | 'unreadable' };

export interface DeadlineContext {
  now: Date;
  zone: string;
  /** End of the working day, `17:00` when absent. */
  endOfWork?: string;
  calendar?: WorkingCalendar;
}

// Why a grammar of our own and not chrono-node's `vi` locale: that one needs diacritics, does not know `17h`,
// `17g30`, `hết ngày`, `ngày làm việc` or weekday abbreviations, takes a date out of a text whatever stands
// around it, and bends what does not exist (31/2). Here a text must be understood word for word or is asked back.
// The rules are of chrono's kind, a pattern and what it says, and are told apart from turning it into a day.
const RULES = [...COMMON_RULES, ...ENGLISH_SPAN_ENDS, ...VIETNAMESE_RULES, ...ENGLISH_RULES, ...NOISE];

// A deadline is a few words; what is longer is not one.
const LENGTH_LIMIT = 200;
const defaultCalendar = createWorkingCalendar();

/** Reads a deadline in Vietnamese or English. Never in the past; what is not wholly understood is not read. */
export function readDeadline(text: string, at: DeadlineContext): DeadlineReading {
  const words = prepare(text.slice(0, LENGTH_LIMIT + 1));
  if (words === '') return { due: null, reason: 'empty' };
  if (words.length > LENGTH_LIMIT) return { due: null, reason: 'unreadable' };
  const wish = readWish(words);
  if (typeof wish === 'string') return { due: null, reason: wish };
  const [hour = 17, minute = 0] = (at.endOfWork ?? '17:00').split(':').map(Number);
  const now = DateTime.fromJSDate(at.now, { zone: at.zone });
  const due = resolve(wish, { now, endOfWork: { hour, minute }, calendar: at.calendar ?? defaultCalendar });
  return typeof due === 'string' ? { due: null, reason: due } : { due: due.toJSDate(), reason: null };
}

/** Folds, but keeps apart what only its marks tell: `tới` and `tối`, `sáu` and `sau`. */
function prepare(text: string): string {
  const kept = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('tới', 'tiep')
    .replaceAll('tối', 'tooi')
    .replaceAll('sáu', '6');
  // `sang` (over to) in a text with marks is not `sáng` (morning).
  const plain = kept.normalize('NFD') === kept ? kept : kept.replace(/(?<!\S)sang(?!\S)/g, ' ');
  return foldText(plain)
    .replace(/[\s,;.!()"]+$/, '')
    .replace(/^[\s,;.:!()"]+/, '');
}

function readWish(words: string): Wish | Problem {
  const wish: Wish = {};
  for (let at = 0; at < words.length;) {
    const gap = /[\s,;:()–-]+/y;
    gap.lastIndex = at;
    at += gap.exec(words)?.[0].length ?? 0;
    if (at >= words.length) break;
    if (/(?:hoac|hay|or) /y.test(words.slice(at, at + 5))) return 'ambiguous';
    const found = firstMatch(words, at, wish);
    if (!found) return 'unreadable';
    const problem = merge(wish, found.said);
    if (problem) return problem;
    at = found.end;
  }
  return settle(wish);
}

function firstMatch(words: string, at: number, wish: Wish): { said: Partial<Wish>; end: number } | null {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(words);
    if (match) return { said: rule.read(match, wish), end: rule.pattern.lastIndex };
  }
  return null;
}

/** Two different answers to one question (`thứ 6 thứ 7`) are not chosen between. */
function merge(wish: Wish, said: Partial<Wish>): Problem | null {
  if (said.impossible === true) return 'impossible';
  for (const [key, value] of Object.entries(said) as [keyof Wish, unknown][]) {
    const before = wish[key];
    if (before !== undefined && key !== 'shift' && JSON.stringify(before) !== JSON.stringify(value))
      return 'ambiguous';
  }
  Object.assign(wish, said, said.shift ? { shift: { ...wish.shift, ...said.shift } } : {});
  return null;
}

function settle(wish: Wish): Wish | Problem {
  if (wish.recurring === true) return 'unreadable';
  if (wish.vague === true) return 'ambiguous';
  if (wish.past === true) return 'past';
  if (wish.slash) {
    const problem = settleSlash(wish, wish.slash);
    if (problem) return problem;
  }
  return settleClock(wish);
}

/** Day before month, except that English leaves `5/6` open and reads `11/30` the other way round. */
function settleSlash(wish: Wish, [first, second]: [number, number]): Problem | null {
  if (wish.day !== undefined && (wish.day !== first || (wish.month ?? second) !== second)) return 'ambiguous';
  const english = wish.english === true && wish.vietnamese !== true;
  if (english && first <= 12 && second <= 12 && first !== second) return 'ambiguous';
  const swapped = english && second > 12;
  wish.day = swapped ? second : first;
  wish.month = swapped ? first : second;
  return null;
}

/** `chiều thứ 5, 3h` is 15:00; `3h thứ 5` alone may be either half of the day. */
function settleClock(wish: Wish): Wish | Problem {
  if (wish.hour === undefined || wish.halfDay !== null) return wish;
  const { dayPart } = wish;
  if (dayPart !== undefined && dayPart !== 'morning' && dayPart !== 'noon' && wish.hour < 12) wish.hour += 12;
  else if (dayPart === undefined && wish.hour >= 1 && wish.hour <= 6) return 'ambiguous';
  return wish;
}
