import type { Token } from '../text/tokens.js';

/** Words as they are written with their marks, and those of them that mean the same where somebody types none. */
export interface WordList {
  marked: ReadonlySet<string>;
  unmarked: ReadonlySet<string>;
}

/** Both lists are words with a space between; `unmarked` leaves out what without marks is as well another word. */
export function wordList(marked: string, unmarked: string): WordList {
  return { marked: new Set(marked.split(' ')), unmarked: new Set(unmarked.split(' ')) };
}

/** Whether a word is on the list, as it is written. */
export function isListed({ marks, fold, raw }: Token, { marked, unmarked }: WordList): boolean {
  return marks === '' ? unmarked.has(fold) : marked.has(raw.normalize('NFC').toLowerCase());
}
