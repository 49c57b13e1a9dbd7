import { foldedWords, type Part } from '../clause/part.js';
import { tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const ANSWERS = tags('yes', 'you', 'particle', 'notYet', 'denyAfter');

/** `dạ chưa ạ`, `chưa anh ơi`, and nothing else: it is not done yet. With its mark it is a question. */
export function isOnlyNotYet(said: readonly Statement[]): boolean {
  const parts = said.flatMap(({ clause }) => clause.parts);
  return (
    parts.some(isNotYet) &&
    parts.every((part) => ANSWERS.holds(part)) &&
    said.every(({ clause }) => clause.end !== '?')
  );
}

const isNotYet = (part: Part): boolean => part.tag === 'notYet' && foldedWords(part) === 'chua';
