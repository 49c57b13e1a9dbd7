import { readDigits, readLeadingNumber } from '../../text/read-number.js';
import type { Token } from '../../text/tokens.js';

const DIGIT = 'một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín';
const MYRIADS = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d{1,4}(?:[.,]\\d{1,2})?|mười|${DIGIT}) ?vạn(?!\\p{L})(?: ?(rưỡi|[1-9](?![\\d.,])|(?:${DIGIT})(?!\\p{L}))(?: (?:nghìn|ngàn)(?!\\p{L}))?)?`,
  'giu',
);

/** `3 vạn` is 30 nghìn, `ba vạn hai` 32. */
export const withMyriads = (text: string): string =>
  text.replace(MYRIADS, (all: string, count: string, tail: string | undefined = '') => {
    const [tens, rest] = [readLeadingNumber(count), readLeadingNumber(tail)?.number ?? 0];
    if (!tens) return all;
    const thousands = tens.number * 10 + (/^r/i.test(tail) ? 5 : rest);
    return `${String(Number(thousands.toFixed(3))).replace('.', ',')} nghìn`;
  });

const ODD_REST =
  /(?<![\p{L}\d.,])(\d[\d.,]{0,9} ?(?:tr|triệu|trieu|tỷ|tỉ|ty)) (?:lẻ|le|và|va) (\d{1,3} ?(?:k|nghìn|nghin|ngàn|ngan|tr|triệu|trieu))(?!\p{L})/giu;

/** `2 triệu lẻ 50 ngàn` */
export const withRests = (text: string): string =>
  text.replace(ODD_REST, (all, whole: string, rest: string) => {
    const [one, more] = [readLeadingNumber(whole), readLeadingNumber(rest)];
    return one && more && more.number < one.number
      ? `${String((one.number + more.number) / 1e6).replace('.', ',')} tr`
      : all;
  });

/** `3 van` without marks: thirty thousand, or three valves. */
const UNMARKED =
  /(?<![a-z\d.,])(\d{1,4}(?:[.,]\d{1,2})?) van(?! (?:ban|phong|hoa|de|dong|don|dan|dau))(?![a-z])/iu;

/** Whether nobody can tell which of them it is; `withUnmarkedMyriads`: what it would be. */
export const isUnmarkedMyriad = (text: string, words: ReadonlySet<string>): boolean =>
  !words.has('van') && !/[^\0-~]/.test(text) && UNMARKED.test(text);

export const withUnmarkedMyriads = (text: string): string =>
  /[^\0-~]/.test(text) ? withMyriads(text) : withMyriads(text.replace(UNMARKED, '$1 vạn'));

/** Not of three figures side by side, as `120 130 140` may be. */
const GROUPED = /(?<![\p{L}\d.,/-])[1-9]\d{0,2}(?: \d{3})+ 000(?![\d/-]|[.,]\d| \d)/gu;

/** `1 250 000` is one number. */
export const withGroups = (text: string): string =>
  text.replace(GROUPED, (groups) => groups.replaceAll(' ', ''));

/** `1 250`: 1250, or two figures. */
export const isSpaced = (one: Token, other: Token | undefined): boolean =>
  /^[1-9]\d{0,2}$/.test(one.raw) && other?.start === one.end + 1 && /^\d{3}$/.test(other.raw);

const BEHIND =
  /^(?: ?[x×*^·] ?\d|e[+-]?\d|[²³‰]|[a-z]{1,2}\d|x(?![\p{L}\d])|\++(?! ?[\p{L}\d])|-?ish(?!\p{L}))/iu;
/** What may stand between two digits of one number or of a size: `2tr3`, `5m2`, `8h30`. */
const JOINS = /^(?:tr|k|m|g|h|p|ha|kg|km|cm|ty|ti|l|d|x\d+\s?\p{L})\d/iu;

/** `2 triệu 50`: 2,050,000 or 2,500,000. */
export const isEitherTail = (slice: string): boolean =>
  /\d ?(?:tr|tri[eệ]u|t[yỷỉi]|tỷ|tỉ) ?[1-9]0$/iu.test(slice.trim());

/** `1e3`, `0x10`, `5x4`, `10²`, `>36`, `$5`, `4x`, `40+`: nobody said a number with it, or another than stands there. */
export function isOddForm(text: string, { start, end }: Token): boolean {
  const [led, behind] = [text.slice(Math.max(0, start - 3), start), text.slice(end, end + 8)];
  return /(?<![=-] ?)[<>≤≥] ?$|[$€¥]$/.test(led) || (BEHIND.test(behind) && !JOINS.test(behind));
}

const IN_WORDS =
  /(?<![\p{L}\d.,/])(\d[\d.,]*(?: ?(?:tr|triệu|trieu|k|nghìn|nghin|ngàn|ngan|tỷ|tỉ|ty))?)(?: ?(?:đồng|đ|d))?(?![\d\p{L}%/])(?: \p{L}{1,8})? ?\((?:bằng chữ|bang chu|viết bằng chữ)?:? ?(\p{L}[\p{L} ]{1,120})\)/gu;

const SUM = /(?<![\d.,])(\d+(?: ?\+ ?\d+)+) ?= ?(\d+)(?![\d.,])/g;

/** `36+4=41` */
export const isWrongSum = (text: string): boolean =>
  [...text.matchAll(SUM)].some(
    ([, parts = '', whole]) =>
      parts.split('+').reduce((sum, part) => sum + Number(part), 0) !== Number(whole),
  );

/** `25 (hai mươi sáu)`: the words in brackets say another number, and nothing else. */
export const isContradicted = (text: string): boolean =>
  [...text.matchAll(IN_WORDS)].some(([all, written = '', words = '']) => {
    const [number, told] = [readLeadingNumber(written), readLeadingNumber(words.trim())];
    if (!number || !told || /^\d+,\d{3}$/.test(written)) return false;
    const noun = /\d (\p{L}+) ?\(/u.exec(all)?.[1];
    const isBare = told.rest === '' || /^(?:dong|d)(?: chan)?$/.test(told.rest);
    const isSameNoun = noun !== undefined && words.trim().endsWith(` ${noun}`) && /^[a-z]+$/.test(told.rest);
    return (isBare || isSameNoun) && told.number !== number.number && readDigits(written) !== told.number;
  });
