import { INVISIBLE } from './fold.js';

/** A written word: its letters without marks, and its marks in an order that does not depend on their place. */
export interface Syllable {
  /** As it stood where it was met. */
  raw: string;
  fold: string;
  marks: string;
  /** Both in one, to look a word up by. */
  key: string;
  /** One bit of 32, by the letters: which words cannot stand in a list is told by the bits of those that do. */
  group: number;
  /** What was found out about it (word-facts.ts). */
  facts: unknown[];
}

const MARK = /\p{M}/u;
const ASCII = /^[\x20-\x7e]*$/;
// Vietnamese has some 7,000 syllables and a reply uses few of them again and again; longer words are not kept.
const CACHE_LIMIT = 4_096;
const LONGEST_SYLLABLE = 12;
const cache = new Map<string, Syllable>();
const HOOK_ABOVE = '\u0309';
const TILDE = '\u0303';

/**
 * Splits a word into letters and marks. `hoà` and `hòa` come out equal (old and new tone placement), and so do
 * the composed and decomposed Unicode forms.
 */
export function parseSyllable(word: string): Syllable {
  const known = cache.get(word);
  if (known) return known;
  const syllable = ASCII.test(word) ? createSyllable(word, word.toLowerCase(), '') : splitMarks(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  if (word.length <= LONGEST_SYLLABLE) cache.set(word, syllable);
  return syllable;
}

function splitMarks(word: string): Syllable {
  let fold = '';
  const marks: string[] = [];
  for (const char of word.replace('’', "'").replace(INVISIBLE, '').toLowerCase().normalize('NFD')) {
    if (char === 'đ') {
      fold += 'd';
      marks.push('đ');
    } else if (MARK.test(char)) marks.push(char);
    else fold += char;
  }
  return createSyllable(word, fold.normalize('NFC'), isSlip(fold, marks) ? '' : marks.sort().join(''));
}

const TONES = ['\u0300', '\u0301', TILDE, HOOK_ABOVE, '\u0323'];

/** `nôp`, `đươc`: no syllable that ends so goes without a tone, so what was meant is as open as if it had no marks. */
function isSlip(fold: string, marks: readonly string[]): boolean {
  return /[aeiouy](?:c|ch|p|t)$/.test(fold) && !marks.some((mark) => TONES.includes(mark));
}

/** The syllable of letters and marks. */
export function toSyllable(fold: string, marks: string): Syllable {
  return createSyllable(fold, fold, marks);
}

// `xử lí`, `đã kí`, `quí 3`: written with either letter.
const WITH_Y: Record<string, string> = { li: 'ly', ki: 'ky', qui: 'quy' };

function createSyllable(raw: string, letters: string, marks: string): Syllable {
  const fold = WITH_Y[letters] ?? letters;
  const key = marks === '' ? fold : `${fold} ${marks}`;
  return { raw, fold, marks, key, group: groupOf(fold), facts: [] };
}

function groupOf(fold: string): number {
  let sum = 0;
  for (let at = 0; at < fold.length; at += 1) sum = (sum * 31 + fold.charCodeAt(at)) | 0;
  return 1 << ((sum ^ (sum >> 5)) & 31);
}

/** `đả` for `đã`, `sữa` for `sửa`: the two tones that half the country writes alike. */
export function swapHookAndTilde(marks: string): string | null {
  if (marks.includes(HOOK_ABOVE)) return [...marks.replace(HOOK_ABOVE, TILDE)].sort().join('');
  if (marks.includes(TILDE)) return [...marks.replace(TILDE, HOOK_ABOVE)].sort().join('');
  return null;
}
