import type { Token } from '../../text/tokens.js';
import type { Part } from '../clause/part.js';
import type { Tag } from '../words/tags.js';
import type { Place } from './place.js';

/** What a word of a tag means beside its neighbours. */
export type Rule = (place: Place, part: Part, first: Token) => Tag | null;

export type Rules = Partial<Record<Tag, Rule>>;

/** Whether a part is this one word, with whatever marks. */
export function isSingle({ tokens }: Part, fold: string): boolean {
  return tokens.length === 1 && tokens[0]!.fold === fold;
}
