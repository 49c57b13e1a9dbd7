import type { Clause } from './part.js';
import type { Sense } from './sense.js';

/** A clause with what it says and the share it names. */
export interface Statement {
  clause: Clause;
  sense: Sense;
  share: Share;
}

export type Share = 'full' | 'partly' | 'wished' | null;
