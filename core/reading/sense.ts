import type { Part } from './clauses.js';
import type { Tag } from './lexicon-vi.js';

/**
 * What one clause says of the work. `open`: not finished. `underway`: being done, partly done, or promised.
 * `next`: a later step after the work. `unclear`: it speaks of being done in a way that must not be guessed.
 */
export type Meaning =
  'done' | 'open' | 'underway' | 'next' | 'blocked' | 'ack' | 'unclear' | 'question' | 'none';

export interface Sense {
  meaning: Meaning;
  /** The parts that decided. */
  decided: Part[];
  /** Done, said of a part of the work (`xong phần móng`). */
  ofPart: boolean;
  /** What could not be done, or is lacking, rather than what went badly on the way. */
  stuck: boolean;
}

/** Words that neither say nor take back anything. */
export const LIGHT = new Set<Tag | null>([
  'particle',
  'address',
  'every',
  'already',
  'now',
  'pastTime',
  'past',
  'sure',
]);

/** Makes a sense. */
export function sense(
  meaning: Meaning,
  decided: Part[],
  more: { ofPart?: boolean; stuck?: boolean } = {},
): Sense {
  return { meaning, decided, ofPart: more.ofPart ?? false, stuck: more.stuck ?? false };
}

/** The folded words of a part. */
export function folded(part: Part | undefined): string {
  return part?.tokens.map((token) => token.fold).join(' ') ?? '';
}
