import { prepareWords } from './prepare-words.js';
import { COMMON_RULES, NOISE } from './rules/common.js';
import { ENGLISH_CLOCK, ENGLISH_DAYS } from './rules/english-days.js';
import { ENGLISH_RECURRING, ENGLISH_SPANS } from './rules/english-spans.js';
import { VIETNAMESE_CLOCK } from './rules/vietnamese-clock.js';
import { VIETNAMESE_COUNTS, VIETNAMESE_DAYS, VIETNAMESE_RECURRING } from './rules/vietnamese-days.js';
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
  const wish = readWords(words);
  return wish === 'unreadable' ? withoutTask(words) : wish;
}

// What is to be done, before `trước`, `hạn chót`, `by` or behind the time, as long as it names no time itself.
const BEFORE =
  /^(?<task>.{3,160}?) (?<asked>(?:truoc(?! khi)|han|deadline|cham nhat|muon nhat|tre nhat|vao|luc|before|by|due|at|on|no later than) .+)$/;
const BEHIND =
  / (?=(?:cac|quy|moi nguoi|tat ca|toan the|ca|gui|nop|bao cao|hoan thanh|xong|phai|de|co mat|tap trung|hop|don vi|truong|xa|phong|to|doi|please|all|everyone|for|to) )/g;
const BRACKETS = /\([^()\d]{1,60}\)/g;
const PHONE =
  /[,;. ]+(?:(?:dt|sdt|so|dien thoai|lien he|goi|hotline|zalo)[a-z: ]{0,24})?0\d(?:[ .-]?\d){7,9}(?!\d)/g;
// `trước ngày thi 14/11, tức 17h 13/11`
const IN_OTHER_WORDS = /^.{3,80}[ ,]tuc(?: la)? (?=.{2})/;
const DOCUMENT = /\b\d{1,6}(?:\/\d{4})?[-/][a-z]{2,8}(?:[-/][a-z]{1,8})*\b/g;
const TELLS_TIME =
  /\d|\b(?:thu|ngay|hom|mai|mot|kia|nay|qua|roi|tuan|thang|quy|nam|gio|sang|trua|chieu|toi|tooi|tiep|dem|cuoi|dau|giua|sau|moi|hang|cu|tu|khong|chua|dung|hoac|hay|not|after|every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)?days?|week|month|tomorrow|today|or)\b/;

/** `nộp báo cáo theo CV 115-KH/HU trước 11h ngày 22/10`, `chậm nhất 11h trưa ngày 5/11 các trường gửi file` */
function withoutTask(text: string): Wish | Problem {
  const words = text
    .replace(BRACKETS, ' ')
    .replace(PHONE, ' ')
    .replace(IN_OTHER_WORDS, '')
    .replace(/ {2,}/g, ' ')
    .replace(/[ ,;]+$/, '')
    .trim();
  const { task, asked } = BEFORE.exec(words)?.groups ?? {};
  const time = task !== undefined && !tellsTime(task) ? asked! : words;
  for (const { index } of time.matchAll(BEHIND)) {
    if (tellsTime(time.slice(index))) continue;
    const wish = readWords(time.slice(0, index));
    if (wish !== 'unreadable') return wish;
  }
  return time === text ? 'unreadable' : readWords(time);
}

function tellsTime(task: string): boolean {
  return TELLS_TIME.test(task.replace(DOCUMENT, ' '));
}

function readWords(words: string): Wish | Problem {
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
  for (const [key, value] of Object.entries(said) as [keyof Wish, unknown][]) {
    const before = wish[key];
    if (before !== undefined && key !== 'shift' && JSON.stringify(before) !== JSON.stringify(value))
      return 'ambiguous';
  }
  Object.assign(wish, said, said.shift ? { shift: { ...wish.shift, ...said.shift } } : {});
  return null;
}

function settle(wish: Wish): Wish | Problem {
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
