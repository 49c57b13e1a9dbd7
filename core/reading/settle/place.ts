import type { Token } from '../../text/tokens.js';
import type { Part } from '../clause/part.js';
import { tags } from '../clause/sense.js';

/** Where a part stands while its neighbours decide what it means. */
export interface Place {
  /** All parts, as the lexicon found them. */
  parts: readonly Part[];
  at: number;
  /** The part before it, which is decided already. */
  before: Part | undefined;
  next: Part | undefined;
}

/** What may be waited for: `đang chờ phê duyệt`. */
export const AWAITED = tags('resource', 'you', 'work', 'prep', 'harm', 'complete', 'take');

/** Whether a word was typed without marks: then it may be another. */
export function isUnmarked(token: Token): boolean {
  return token.marks === '';
}

export function isMark(part: Part): boolean {
  const { kind } = part.tokens[0]!;
  return kind === 'punct' || kind === 'newline';
}

/** Nothing stands there, or a mark. */
export function isEdge(part: Part | undefined): boolean {
  return part === undefined || isMark(part);
}

export function startsNumber(part: Part | undefined): boolean {
  return part !== undefined && /^(?:number|date|ratio)$/.test(part.tokens[0]!.kind);
}

export function isWord(part: Part | undefined): boolean {
  return part?.tokens[0]!.kind === 'word';
}
