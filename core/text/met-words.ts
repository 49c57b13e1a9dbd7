import { parseSyllable, type Syllable } from './syllable.js';

// Replies use some thousand words again and again. Two that fall on one place take turns there.
const PLACES = 1 << 13;
const longestKept = 12;
const met: (Syllable | null)[] = new Array<Syllable | null>(PLACES).fill(null);

/** The word of a stretch of text, without cutting it out where it was met before. `sum`: of its characters, by `addChar`. */
export function wordAt(text: string, start: number, end: number, sum: number): Syllable {
  const place = (sum ^ (sum >>> 13)) & (PLACES - 1);
  const known = met[place]!;
  if (known !== null && stands(known.raw, text, start, end)) return known;
  const word = parseSyllable(text.slice(start, end));
  if (end - start <= longestKept) met[place] = word;
  return word;
}

/** Goes on with the sum of a word's characters; it begins with 0. */
export function addChar(sum: number, code: number): number {
  return (Math.imul(sum, 31) + code) | 0;
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
