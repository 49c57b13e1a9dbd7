import { plainText, type RichText, type Span } from './message.js';

/** Where a text is cut for its structure, best first: between paragraphs, lines, sentences. */
const seams = [/\n\n+/g, /\n/g, /[.!?…]\s+/g];
const betweenWords = /\s+/g;

/** A cut on structure that leaves less than this share of a part is not worth it. */
const leastShare = 1 / 4;

/** How far a cut inside an overlong word steps back to spare a combined letter; longer ones are not letters. */
const longestLetter = 32;

/** What belongs to the letter before it: marks, joiners, skin tones. */
const attached = /^[\p{M}\p{Emoji_Modifier}\u200D]/u;

/**
 * Splits a text into parts of at most `limit` UTF-16 units (at least 2), on structure: never inside a word (unless one
 * word is longer than the limit) or a surrogate pair. Only white space at the cuts is lost. Always ≥ 1 part.
 */
export function splitText(text: RichText, limit: number): RichText[] {
  const parts: RichText[] = [];
  let rest = trimEnd(trimStart(text));
  for (let words = plainText(rest); words.length > limit; words = plainText(rest)) {
    const [head, tail] = cut(rest, findSeam(words, limit));
    parts.push(trimEnd(head));
    rest = trimStart(tail);
  }
  return [...parts, rest];
}

function findSeam(words: string, limit: number): number {
  // One unit more than fits: white space there is a seam too.
  const window = words.slice(0, limit + 1);
  for (const seam of seams) {
    const at = lastCut(window, seam, limit);
    if (at > limit * leastShare) return at;
  }
  return lastCut(window, betweenWords, limit) || hardCut(words, limit);
}

/** The end of the last seam, or as much of it as fits; 0 when there is none. */
function lastCut(window: string, seam: RegExp, limit: number): number {
  let at = 0;
  for (const match of window.matchAll(seam)) at = Math.min(match.index + match[0].length, limit);
  return at;
}

function hardCut(words: string, limit: number): number {
  for (let at = limit; at > 0 && at > limit - longestLetter; at -= 1) {
    if (!isInsideLetter(words, at)) return at;
  }
  return isInsidePair(words, limit) ? limit - 1 : limit;
}

function isInsideLetter(words: string, at: number): boolean {
  return isInsidePair(words, at) || attached.test(words.slice(at, at + 2)) || words[at - 1] === '\u200D';
}

function isInsidePair(words: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(words.slice(at - 1, at + 1));
}

function cut(text: RichText, at: number): [RichText, RichText] {
  const head: Span[] = [];
  const tail: Span[] = [];
  let position = 0;
  for (const span of text) {
    const split = Math.min(Math.max(at - position, 0), span.text.length);
    if (split > 0) head.push({ ...span, text: span.text.slice(0, split) });
    if (split < span.text.length) tail.push({ ...span, text: span.text.slice(split) });
    position += span.text.length;
  }
  return [head, tail];
}

function trimStart(text: RichText): RichText {
  const index = text.findIndex((span) => span.text.trim() !== '');
  const [first, ...others] = index < 0 ? [] : text.slice(index);
  return first ? [{ ...first, text: first.text.trimStart() }, ...others] : [{ text: '' }];
}

function trimEnd(text: RichText): RichText {
  const index = text.findLastIndex((span) => span.text.trim() !== '');
  const kept = text.slice(0, index + 1);
  const last = kept.pop();
  return last ? [...kept, { ...last, text: last.text.trimEnd() }] : [{ text: '' }];
}
