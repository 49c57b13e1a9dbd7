import type { Syllable } from './syllable.js';

let places = 0;

/** Keeps what is found out about a word with the word itself, so that it is found out once for all its texts. */
export function factOf<Fact extends object | number>(
  findOut: (word: Syllable) => Fact,
): (word: Syllable) => Fact {
  const place = places;
  places += 1;
  return (word) => (word.facts[place] ??= findOut(word)) as Fact;
}
