import { tokenise, type Token } from '../text/tokens.js';
import type { Part } from './part.js';

// A title begins with what is to be done; this much of it is looked at.
const beginning = 40;
const longest = 2;

/** The words a directive's title begins with (`Giao suất ăn bệnh lý` → giao suất): its verb is the first, or both. */
export function titleVerb(title: string): readonly Token[] {
  if (title === '') return [];
  const words = tokenise(title.slice(0, beginning).normalize('NFC'));
  const end = words.findIndex(({ kind }) => kind !== 'word');
  return words.slice(0, Math.min(end < 0 ? longest : end, longest));
}

/**
 * Reads the verb of the title as work wherever the lexicon does not know better: of `Giao suất ăn` and of nothing else
 * `giao rồi` says that it was done.
 */
export function nameWork(parts: Part[], verb: readonly Token[]): Part[] {
  if (verb.length === 0) return parts;
  return parts.map((part) => {
    const isOpen = part.tag === null || part.tag === 'prep';
    return isOpen && isSaid(part, verb) ? { tag: 'work', guesses: [], tokens: part.tokens } : part;
  });
}

function isSaid({ tokens }: Part, verb: readonly Token[]): boolean {
  return (
    tokens.length <= verb.length &&
    tokens.every(({ kind, key, fold, marks }, at) => {
      const asked = verb[at]!;
      return kind === 'word' && (key === asked.key || (marks === '' && fold === asked.fold));
    })
  );
}
