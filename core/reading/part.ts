import type { Token } from '../text/tokens.js';
import type { Tag } from './words/tags.js';

/** One element of a clause: a phrase of the lexicon, or a token that the lexicon does not know (`tag` null). */
export interface Part {
  tag: Tag | null;
  /** What it may mean where the sentence asks for it: phrases that were typed without the marks they need. */
  guesses: readonly Tag[];
  tokens: Token[];
  /** It is the verb of the directive's title. */
  isAsked?: true;
}

export type Opener = 'cause' | 'contrast' | 'although' | 'so' | 'propose' | 'hurdle';

/** A stretch of text with one statement, what introduced it and the mark that ended it. */
export interface Clause {
  parts: Part[];
  opener: Opener | null;
  end: string;
}

/** The folded words of a part, for the few places that tell phrases of one tag apart. */
export function foldedWords(part: Part | undefined): string {
  if (part === undefined) return '';
  const { tokens } = part;
  // Most parts are one word, and many rules ask.
  if (tokens.length === 1) return tokens[0]!.fold;
  return tokens.map((token) => token.fold).join(' ');
}
