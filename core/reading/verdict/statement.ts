import type { Clause } from '../clause/part.js';
import { withMeaning, type Meaning, type Sense } from '../clause/sense.js';

/** A clause with what it says and the share it names. */
export interface Statement {
  clause: Clause;
  sense: Sense;
  share: Share;
}

export type Share = 'full' | 'partly' | 'wished' | null;

/** Makes a statement; all are made here, so that they are of one shape. */
export function createStatement(clause: Clause, sense: Sense, share: Share): Statement {
  return { clause, sense, share };
}

/** The same statement with another meaning. */
export function retold({ clause, sense, share }: Statement, meaning: Meaning): Statement {
  return createStatement(clause, withMeaning(sense, meaning), share);
}

/** Whether one of the clauses at least says this. */
export function says(said: readonly Statement[], meaning: Meaning): boolean {
  return said.some(({ sense }) => sense.meaning === meaning);
}

/** Whether a clause says that something is not finished. */
export function isOpen({ sense }: Statement): boolean {
  return sense.meaning === 'open' || sense.meaning === 'underway';
}

/** `Khó khăn: thiếu máy. Xin gia hạn`: what has a heading of its own is told, and no mere reason. */
export function isHeaded({ clause, sense }: Statement): boolean {
  return clause.parts.length === 0 && sense.meaning === 'trouble';
}
