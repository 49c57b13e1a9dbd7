import type { Clause } from './part.js';
import type { Meaning, Sense } from './sense.js';

/** A clause with what it says and the share it names. */
export interface Statement {
  clause: Clause;
  sense: Sense;
  share: Share;
}

export type Share = 'full' | 'partly' | 'wished' | null;

/** Whether one of the clauses at least says this. */
export function says(said: readonly Statement[], meaning: Meaning): boolean {
  return said.some(({ sense }) => sense.meaning === meaning);
}

/** Whether a clause says that something is not finished. */
export function isOpen({ sense }: Statement): boolean {
  return sense.meaning === 'open' || sense.meaning === 'underway';
}
