import { INVISIBLE } from './fold.js';
import { parseSyllable } from './syllable.js';

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
}

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3}){1,4}(?!\d)|\d{1,12})`;
const NO_LETTER = String.raw`(?![\p{L}\p{M}\d])`;

// The order decides: what only looks like a quantity (link, date, document number, clock, phone) is taken first.
// Every repetition is bounded or followed by something it cannot contain, so that the scan stays linear.
const KINDS: readonly (readonly [TokenKind, string])[] = [
  ['link', String.raw`https?:\/\/\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}`],
  ['mention', String.raw`@[\p{L}\p{M}\d_]{1,64}`],
  ['code', String.raw`[#＃]\s?0{0,5}\d{1,9}(?!\d|[.,\/]\d|\s?[%\/])`],
  ['date', String.raw`\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)`],
  ['date', String.raw`\d{1,2}[\/.-]\d{1,2}[\/.-](?:20\d{2}|\d{2})(?![\d])`],
  ['date', String.raw`[tT](?:[2-8]|\d{1,2}\/20\d\d)${NO_LETTER}|\d{1,2}\/20\d\d(?![\d\/-])`],
  [
    'document',
    String.raw`\d{1,6}(?:\/\d{4})?\/\p{L}{2,8}\p{M}{0,2}(?:-[\p{L}\d]{1,8}){1,4}|\d{1,6}-\p{L}{1,6}\/\p{L}{1,8}`,
  ],
  ['document', String.raw`\d{1,6}(?:\/\d{4})?[\/-]\p{Lu}{2,8}(?![\p{Ll}\p{M}])(?:[\/-][\p{L}\d]{1,8}){0,4}`],
  [
    'clock',
    String.raw`\d{1,2}\s?(?:[hg]|giờ|gio)\s?(?:\d{1,2}(?:\s?(?:phút|phut|p|ph))?)?${NO_LETTER}|\d{1,2}:\d{2}(?!\d)`,
  ],
  ['phone', String.raw`(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)`],
  ['ratio', String.raw`${NUMBER}\s?\/\s?${NUMBER}(?![\d\/-])`],
  ['percent', String.raw`\d{1,6}(?:[.,]\d{1,4})?\s?(?:[%％]|phần trăm|phan tram|percent|pct)`],
  ['number', String.raw`\d{1,15}(?:[.,]\d{1,15}){0,6}`],
  ['word', String.raw`[\p{L}\p{M}\u200b-\u200f\u2060\ufeff\u00ad]+(?:['’][\p{L}]{1,3})?`],
  ['emoji', String.raw`\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\ufe0f]{0,2}`],
  ['newline', String.raw`[\r\n]+`],
  ['punct', String.raw`[^\s]`],
];

const SCANNER = new RegExp(KINDS.map(([, source]) => `(${source})`).join('|'), 'gu');

/** Cuts a text into words, numbers by their kind, emoji and punctuation. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(SCANNER)) {
    const raw = match[0];
    const kind =
      KINDS[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]?.[0] ?? 'punct';
    if (kind === 'word' && raw.replace(INVISIBLE, '') === '') continue;
    const { fold, marks } = kind === 'word' ? parseSyllable(raw.replace('’', "'")) : { fold: raw, marks: '' };
    tokens.push({ kind, raw, start: match.index, end: match.index + raw.length, fold, marks });
  }
  return tokens;
}
