import { addChar, wordAt } from './met-words.js';
import { parseSyllable, type Syllable } from './syllable.js';

export type TokenKind =
  | 'code'
  | 'mention'
  | 'link'
  | 'date'
  | 'clock'
  | 'document'
  | 'phone'
  | 'ratio'
  | 'percent'
  | 'change'
  | 'number'
  | 'word'
  | 'emoji'
  | 'newline'
  | 'punct';

/** A piece of a text with its place in it. `fold` and `marks` are a word's letters and diacritics. */
export interface Token {
  kind: TokenKind;
  raw: string;
  start: number;
  end: number;
  fold: string;
  marks: string;
  /** Both in one, to look a word up by. */
  key: string;
  /** Of a word; null of all else. */
  syllable: Syllable | null;
}

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,12})`;
const AMOUNT = String.raw`(?:\d{1,4},\d{1,2}(?!\d)|${NUMBER})`;
const NO_LETTER = String.raw`(?![\p{L}\p{M}\d])`;

const PERCENT = String.raw`[%％]|[pP][hH][ầẦaA][nN] [tT][rR][ăĂaA][mM]|[pP](?:ercent|ERCENT)|[pP][cC][tT]`;
const HOUR = '[hHgG]|[gG][iI][ờỜoO]';
const LETTER = String.raw`[\p{L}\p{M}\u200b-\u200f\u2060\ufeff\u00ad]`;

// The order decides: what only looks like a quantity (date, document number, clock, phone) is taken first. Every
// repetition is bounded or followed by something it cannot contain, so that the scan stays linear.
const WITH_DIGIT: readonly (readonly [TokenKind, RegExp])[] = compile([
  ['date', String.raw`\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)`],
  ['date', String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:20\d{2}|\d{2})(?!\d)|\d{1,2}\/20\d\d(?![\d/-])`],
  [
    'document',
    String.raw`\d{1,6}(?:\/\d{4})?\/\p{L}{2,8}\p{M}{0,2}(?:-[\p{L}\d]{1,8}){1,4}|\d{1,6}-\p{L}{1,6}\/\p{L}{1,8}`,
  ],
  ['document', String.raw`\d{1,6}(?:\/\d{4})?[/-]\p{Lu}{2,8}(?![\p{Ll}\p{M}])(?:[/-][\p{L}\d]{1,8}){0,4}`],
  [
    // In `17h 30/11` the 30 begins a date.
    'clock',
    String.raw`\d{1,2}\s?(?:${HOUR})(?:(?:\d{1,2}|\s\d{1,2}(?!\d?\s?[\/.-]\s?\d))(?:\s?(?:phút|phut|p|ph))?)?${NO_LETTER}|\d{1,2}(?::\d{2})?\s?[aApP]\.?[mM]${NO_LETTER}|\d{1,2}:\d{2}(?!\d)`,
  ],
  ['phone', String.raw`(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)`],
  ['ratio', String.raw`${AMOUNT}\s?\/\s?${AMOUNT}(?![\d/-])`],
  // `300m/500m`: both sides in the same measure
  [
    'ratio',
    String.raw`${AMOUNT}\s?(m[23]?|M[23]?|[kK]m|KM|[hH]a|HA|[kK]g|KG|tấn|tan|TẤN|TAN|lít|lit|LÍT|LIT)\s?\/\s?${AMOUNT}\s?\1${NO_LETTER}`,
  ],
  // `12 hộ/15 hộ`: both sides counted by the same word
  ['ratio', String.raw`\d{1,6}\s?(\p{L}{1,8})\s?\/\s?\d{1,6}\s?\1${NO_LETTER}`],
  ['percent', String.raw`(?:\d{1,3}[-–])?\d{1,6}(?:[.,]\d{1,4})?\s?(?:${PERCENT})`],
  ['number', String.raw`\d{1,15}(?:[.,]\d{1,15}){0,6}`],
]);
const LINK = compile([['link', String.raw`https?:\/\/\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}`]]);
const WITH_LETTER = compile([
  // `đ/c`, `v/v`
  ['word', String.raw`\p{L}\/\p{L}${NO_LETTER}`],
  ['date', String.raw`[tT](?:[2-7]|\d{1,2}\/20\d\d)${NO_LETTER}`],
  ['word', String.raw`${LETTER}+(?:['’]\p{L}{1,3})?`],
]);
const OTHER = compile([
  // `-5%`, `+5%`: a change, or a slip of the finger, but no share. In `lớp 5-70%` the sign belongs to what is before it.
  ['change', String.raw`(?<![\p{L}\p{M}\d])[-–−+±]\d{1,6}(?:[.,]\d{1,4})?\s?(?:${PERCENT})`],
  ['mention', String.raw`@[\p{L}\p{M}\d_]{1,64}`],
  ['code', String.raw`[#＃]\s?0{0,5}\d{1,9}(?!\d|[.,\/]\d|\s?(?:%|\/(?!\s?[#＃])))`],
  ['phone', String.raw`\+84(?:[ .-]?\d){8,10}(?!\d)`],
  ['emoji', String.raw`\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\ufe0f]{0,2}`],
  ['newline', String.raw`[\r\n]+`],
  ['punct', String.raw`[^\s]`],
]);

const IS_LETTER = new RegExp(LETTER, 'u');
const IS_SPACE = /[^\S\r\n]/;
const SPACE = 1;
const LETTERS = 2;
const DIGIT = 3;
const MARK = 4;
// Marks that can begin nothing longer; `-` can, before a digit.
const PLAIN_MARKS = '.,;:!?()-/"\'';
// Latin with all that Vietnamese needs lies below. Rarer characters take the patterns' way.
const CLASSES = classify(0x1f00);

/** Cuts a text into words, numbers by their kind, emoji and punctuation. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const links = text.includes('@') || text.includes('://') ? LINK : [];
  for (let at = 0; at < text.length;) {
    const kind = classAt(text, at);
    if (kind === SPACE || (kind === 0 && IS_SPACE.test(text[at]!))) {
      at += 1;
      continue;
    }
    const token = (links.length === 0 && plainToken(text, at, kind)) || tokenAt(text, at, links);
    at = token.end;
    if (token.kind !== 'word' || token.fold !== '') tokens.push(token);
  }
  return tokens;
}

function classify(size: number): Uint8Array {
  const classes = new Uint8Array(size);
  for (let code = 0; code < size; code += 1) {
    const char = String.fromCharCode(code);
    if (IS_SPACE.test(char)) classes[code] = SPACE;
    else if (IS_LETTER.test(char)) classes[code] = LETTERS;
    else if (code >= 48 && code <= 57) classes[code] = DIGIT;
    else if (PLAIN_MARKS.includes(char)) classes[code] = MARK;
  }
  return classes;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < CLASSES.length ? CLASSES[code]! : 0;
}

/** A word or mark that is told by its characters alone: what most of a text is made of. Null for all else. */
function plainToken(text: string, start: number, kind: number): Token | null {
  if (kind === MARK)
    return text[start] === '-' && classAt(text, start + 1) === DIGIT
      ? null
      : toToken('punct', text[start]!, start);
  if (kind === DIGIT) return plainNumber(text, start);
  if (kind !== LETTERS) return null;
  let end = start;
  let sum = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code >= CLASSES.length || CLASSES[code] !== LETTERS) break;
    sum = addChar(sum, code);
    end += 1;
  }
  if (end < text.length) {
    const next = classAt(text, end);
    // `haven't`, a letter beyond Latin, `đ/c`, `T6`
    if (
      next === 0 ||
      text[end] === "'" ||
      (text[end] === '/' && end - start === 1) ||
      (next === DIGIT && end - start === 1)
    )
      return null;
  }
  return toWord(wordAt(text, start, end, sum), start);
}

const MAY_BE_UNIT = /[hHgGpP%％/\d]/;
const longestPlain = 8;

/** A whole number before a word or mark that cannot make it a time, a share or anything but a number. */
function plainNumber(text: string, start: number): Token | null {
  let end = start + 1;
  while (end < text.length && classAt(text, end) === DIGIT) end += 1;
  if (end - start > longestPlain) return null;
  const mark = text[end];
  const after = text[end + 1];
  const isAlone =
    mark === undefined ||
    (mark === ' ' &&
      after !== undefined &&
      !MAY_BE_UNIT.test(after) &&
      classAt(text, end + 1) === LETTERS &&
      !isBeforeSlash(text, end + 1)) ||
    ((mark === ',' || mark === ';' || mark === ')') && (after === undefined || after === ' '));
  return isAlone ? toToken('number', text.slice(start, end), start) : null;
}

/** `12 hộ/15 hộ`: the word is the measure of a share. */
function isBeforeSlash(text: string, from: number): boolean {
  let end = from;
  while (end < text.length && classAt(text, end) === LETTERS) end += 1;
  return text[text[end] === ' ' ? end + 1 : end] === '/';
}

function tokenAt(text: string, start: number, links: typeof WITH_DIGIT): Token {
  const char = String.fromCodePoint(text.codePointAt(start)!);
  const kinds = classAt(text, start) === DIGIT ? WITH_DIGIT : IS_LETTER.test(char) ? WITH_LETTER : OTHER;
  for (const list of [links, kinds]) {
    for (const [kind, pattern] of list) {
      pattern.lastIndex = start;
      if (pattern.test(text)) return toToken(kind, text.slice(start, pattern.lastIndex), start);
    }
  }
  return toToken('punct', char, start);
}

function toToken(kind: TokenKind, raw: string, start: number): Token {
  if (kind === 'word') return toWord(parseSyllable(raw), start);
  return { kind, raw, start, end: start + raw.length, fold: raw, marks: '', key: raw, syllable: null };
}

function toWord(syllable: Syllable, start: number): Token {
  const { raw, fold, marks, key } = syllable;
  return { kind: 'word', raw, start, end: start + raw.length, fold, marks, key, syllable };
}

/** The same place in the text with another word. Spelled out, so that all tokens are of one shape: it is read often. */
export function respelled({ raw, start, end }: Token, syllable: Syllable): Token {
  const { fold, marks, key } = syllable;
  return { kind: 'word', raw, start, end, fold, marks, key, syllable };
}

function compile(kinds: readonly (readonly [TokenKind, string])[]): [TokenKind, RegExp][] {
  return kinds.map(([kind, source]) => [kind, new RegExp(source, 'uy')]);
}
