import type { Token } from '../../text/tokens.js';
import { placeOf } from '../words/tag-places.js';
import type { Tag } from '../words/tags.js';

/** One element of a clause: a phrase of the lexicon, or a token that the lexicon does not know (`tag` null). */
export interface Part {
  readonly tag: Tag | null;
  /** The same for those that look through many parts: never null, since strings alone are compared fast. */
  readonly sign: Tag | '';
  /** The same as a number, for tables. */
  readonly place: number;
  /** What it may mean where the sentence asks for it: phrases that were typed without the marks they need. */
  readonly guesses: readonly Tag[];
  readonly tokens: Token[];
  /** It is the verb of the directive's title. */
  readonly isAsked: boolean;
  /** Its folded words, once a rule has asked for them. */
  words: string | null;
}

export type Opener = 'cause' | 'contrast' | 'although' | 'so' | 'propose' | 'hurdle';

/** A stretch of text with one statement, what introduced it and the mark that ended it. */
export interface Clause {
  parts: Part[];
  opener: Opener | null;
  end: string;
}

const NO_GUESSES: Part['guesses'] = [];

/** Makes a part; all are made here, so that they are of one shape. */
export function createPart(
  tag: Tag | null,
  tokens: Token[],
  guesses: readonly Tag[] = NO_GUESSES,
  isAsked = false,
): Part {
  return { tag, sign: tag ?? '', place: placeOf(tag), guesses, tokens, isAsked, words: null };
}

/** The folded words of a part, for the few places that tell phrases of one tag apart. */
export function foldedWords(part: Part | undefined): string {
  if (part === undefined) return '';
  const { tokens } = part;
  // Most parts are one word, and many rules ask.
  if (tokens.length === 1) return tokens[0]!.fold;
  return (part.words ??= tokens.map((token) => token.fold).join(' '));
}

/** The folded words of several parts in a row. */
export const joinedWords = (parts: readonly Part[]): string => parts.map(foldedWords).join(' ');

/** The words of a part as they were written. */
export function rawWords(part: Part): string {
  const { tokens } = part;
  if (tokens.length === 1) return tokens[0]!.raw;
  // `bc` stands for two words at one place.
  return tokens
    .filter((token, at) => token.start !== tokens[at - 1]?.start)
    .map(({ raw }) => raw)
    .join(' ');
}
