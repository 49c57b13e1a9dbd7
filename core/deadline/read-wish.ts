import { prepareWords } from './prepare-words.js';
import { COMMON_RULES, NOISE } from './rules/common.js';
import { ENGLISH_CLOCK, ENGLISH_DAYS } from './rules/english-days.js';
import { ENGLISH_RECURRING, ENGLISH_SPANS } from './rules/english-spans.js';
import { VIETNAMESE_CLOCK } from './rules/vietnamese-clock.js';
import { VIETNAMESE_COUNTS, VIETNAMESE_DAYS } from './rules/vietnamese-days.js';
import { VIETNAMESE_RECURRING } from './rules/vietnamese-recurring.js';
import { VIETNAMESE_SPANS } from './rules/vietnamese-spans.js';
import type { Problem, Wish } from './wish.js';

const RULES = [
  ...COMMON_RULES,
  ...VIETNAMESE_RECURRING,
  ...VIETNAMESE_SPANS,
  ...VIETNAMESE_COUNTS,
  ...VIETNAMESE_DAYS,
  ...VIETNAMESE_CLOCK,
  ...ENGLISH_RECURRING,
  ...ENGLISH_SPANS,
  ...ENGLISH_DAYS,
  ...ENGLISH_CLOCK,
  ...NOISE,
];

// A deadline is a few words; what is longer is not one.
const LENGTH_LIMIT = 200;
const GAP = /[\s,;:()[\]/+.…-]+/y;
const CHOICE = /(?:hoac|hay|or) /y;

/** What the words say, all of them understood; or why they say nothing. */
export function readWish(text: string): Wish | Problem | 'empty' {
  const words = prepareWords(text.slice(0, LENGTH_LIMIT + 1));
  if (words === '') return 'empty';
  if (words.length > LENGTH_LIMIT) return 'unreadable';
  return readWords(words);
}

/** The same of words that are prepared. */
export function readWords(words: string): Wish | Problem {
  const wish: Wish = {};
  for (let at = 0; at < words.length;) {
    GAP.lastIndex = at;
    at += GAP.exec(words)?.[0].length ?? 0;
    if (at >= words.length) break;
    CHOICE.lastIndex = at;
    if (CHOICE.test(words)) return 'ambiguous';
    const found = longestMatch(words, at);
    if (!found) return 'unreadable';
    const problem = merge(wish, found.said);
    if (problem) return problem;
    at = found.end;
  }
  return settle(wish);
}

/** The form that covers most; of equals the first. So no form depends on standing before another. */
function longestMatch(words: string, at: number): { said: Partial<Wish>; end: number } | null {
  let best: { read: () => Partial<Wish>; end: number } | null = null;
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(words);
    if (match && match[0].length > 0 && pattern.lastIndex > (best?.end ?? at))
      best = { read: () => read(match), end: pattern.lastIndex };
  }
  return best && { said: best.read(), end: best.end };
}

/** Two different answers to one question (`thứ 6 thứ 7`) are not chosen between. */
function merge(wish: Wish, said: Partial<Wish>): Problem | null {
  if (said.impossible === true) return 'impossible';
  // `đầu giờ sáng, 7h30`: which half of the day the hour leaves open, other words may say.
  const heard = said.halfDay === null && wish.halfDay ? { ...said, halfDay: wish.halfDay } : said;
  for (const [key, value] of Object.entries(heard) as [keyof Wish, unknown][]) {
    const before = wish[key];
    if (before === undefined || before === null || key === 'shift') continue;
    if (JSON.stringify(before) !== JSON.stringify(value)) return 'ambiguous';
  }
  Object.assign(wish, heard, heard.shift ? { shift: { ...wish.shift, ...heard.shift } } : {});
  return null;
}

function settle(wish: Wish): Wish | Problem {
  if (wish.vague === true) return 'ambiguous';
  if (wish.past === true) return 'past';
  // Only of what comes again days can be left out.
  if (wish.without && !wish.recurring) return 'unreadable';
  if (wish.slash) {
    const problem = settleSlash(wish, wish.slash);
    if (problem) return problem;
  }
  return settleClock(wish);
}

/** Day before month, except that English leaves `5/6` open and reads `11/30` the other way round. */
function settleSlash(wish: Wish, [first, second]: [number, number]): Problem | null {
  if (wish.day !== undefined && (wish.day !== first || (wish.month ?? second) !== second)) return 'ambiguous';
  const isEnglish = wish.english === true && wish.vietnamese !== true;
  if (isEnglish && first <= 12 && second <= 12 && first !== second) return 'ambiguous';
  const swapped = isEnglish && second > 12;
  wish.day = swapped ? second : first;
  wish.month = swapped ? first : second;
  return null;
}

/** `chiều thứ 5, 3h` is 15:00; `3h thứ 5` alone may be either half of the day. */
function settleClock(wish: Wish): Wish | Problem {
  if (wish.hour === undefined || wish.halfDay !== null) return wish;
  const { dayPart } = wish;
  if (dayPart !== undefined && dayPart !== 'morning' && dayPart !== 'noon' && wish.hour < 12) wish.hour += 12;
  else if (dayPart === 'morning' && wish.hour > 12) return 'impossible';
  else if (dayPart === undefined && wish.hour >= 1 && wish.hour <= 6) return 'ambiguous';
  return wish;
}
