import type { Part } from './part.js';
import type { Tag } from '../words/tags.js';
import { placeOf, PLACES } from '../words/tag-places.js';

/** A set of tags to look for: a table by the places of all tags, since the rules ask for little else. */
export class TagSet {
  readonly #held = new Uint8Array(PLACES);

  constructor(list: readonly (Tag | null)[]) {
    for (const tag of list) this.#held[placeOf(tag)] = 1;
  }

  /** Whether the tag of a part is one of these. */
  holds(part: Part | undefined): boolean {
    return part !== undefined && this.#held[part.place] === 1;
  }

  /** The same, also where it may be one that was typed without its marks. */
  mayHold(part: Part): boolean {
    return this.holds(part) || part.guesses.some((guess) => this.has(guess));
  }

  has(tag: Tag | null): boolean {
    return this.#held[placeOf(tag)] === 1;
  }
}

/** A set of tags. */
export function tags(...list: (Tag | null)[]): TagSet {
  return new TagSet(list);
}
