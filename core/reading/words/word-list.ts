import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import { WordSet } from '../../text/word-set.js';

/** Words as they are written with their marks, and those of them that mean the same where somebody types none. */
export interface WordList {
  /** The words of both, without marks: any other word needs no closer look. */
  letters: WordSet;
  marked: ReadonlySet<string>;
  unmarked: ReadonlySet<string>;
}

/** Both lists are words with a space between; `unmarked` leaves out what without marks is as well another word. */
export function wordList(marked: string, unmarked: string): WordList {
  const lists = { marked: new Set(marked.split(' ')), unmarked: new Set(unmarked.split(' ')) };
  const letters = [...lists.marked, ...lists.unmarked].map((word) => parseSyllable(word).fold);
  return { ...lists, letters: new WordSet(letters) };
}

/** Whether a word is on the list, as it is written. */
export function isListed(token: Token, { marked, unmarked, letters }: WordList): boolean {
  const { marks, fold, raw, syllable } = token;
  // `NCC` is read as nước, and still is what it is.
  const isAsWritten = syllable !== null && syllable.raw === raw;
  if (isAsWritten && !letters.holds(token)) return false;
  return marks === '' ? unmarked.has(fold) : marked.has(raw.normalize('NFC').toLowerCase());
}
