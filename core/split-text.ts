import { plainText, type RichText, type Span } from './message.js';

/** Where a text may be cut, best first: between paragraphs, lines, sentences, words. */
const seams = [/\n\n+/g, /\n/g, /[.!?…]\s+/g, /\s+/g];

/**
 * Splits a text into parts of at most `limit` UTF-16 units, on structure: never inside a word (unless one word is
 * longer than the limit), a surrogate pair or a combined letter. Styles go on in the next part. Always ≥ 1 part.
 */
export function splitText(text: RichText, limit: number): RichText[] {
  const parts: RichText[] = [];
  let rest = trimStart(text);
  for (;;) {
    const words = plainText(rest);
    if (words.length <= limit)
      return [...parts, trimEnd(rest)].filter((part, i) => i === 0 || plainText(part) !== '');
    const [head, tail] = cut(rest, findSeam(words, limit));
    parts.push(trimEnd(head));
    rest = trimStart(tail);
  }
}

function findSeam(words: string, limit: number): number {
  const window = words.slice(0, limit + 1);
  for (const seam of seams) {
    let best = 0;
    for (const match of window.matchAll(seam)) {
      const end = match.index + match[0].length;
      if (end <= limit) best = end;
      else if (match.index <= limit && match.index > best) best = Math.min(end, limit);
    }
    if (best > limit / 4) return best;
  }
  return hardCut(words, limit);
}

/** Steps back over the low half of a surrogate pair and over combining marks. */
function hardCut(words: string, limit: number): number {
  let at = limit;
  while (at > 1 && /^[\uDC00-\uDFFF\p{M}\u200D\uFE0F]/u.test(words.slice(at, at + 1))) at -= 1;
  return at;
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
