import type { Syllable } from './syllable.js';
import { factOf } from './word-facts.js';

/** A set of words without their marks that is asked for almost every word: each word finds out once. */
export class WordSet {
  readonly #isIn: (word: Syllable) => number;

  constructor(folds: Iterable<string>) {
    const words = new Set(folds);
    this.#isIn = factOf((word) => (words.has(word.fold) ? 1 : 0));
  }

  /** Whether a word is one of these; of what is no word (null) none is. */
  holds({ syllable }: { syllable: Syllable | null }): boolean {
    return syllable !== null && this.#isIn(syllable) === 1;
  }
}
