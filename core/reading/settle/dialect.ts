import type { Part } from '../part.js';
import { isEdge, isUnmarked, type Place } from './place.js';
import { isSingle } from './rule.js';

const ASKED_OF = /^(?:xong|roi|nop|gui|lam)$/;

/** `bao cao da xong chua rua?` for rứa, a word of the middle that asks; `chen chua rua` for rửa. */
export function isSo(part: Part, { parts, at, before, next }: Place): boolean {
  if (!isSingle(part, 'rua') || !isUnmarked(part.tokens[0]!) || before?.tag !== 'notYet') return false;
  const isEnd = isEdge(next) || next!.tag === 'you' || next!.tag === 'particle';
  return isEnd && ASKED_OF.test(parts[at - 2]?.tokens.at(-1)!.fold ?? '');
}

/** `khong be mo sot` for không bé mô sót: none was left out. */
export function isMissed(part: Part, { parts, at, before }: Place): boolean {
  const which = before?.tokens.at(-1);
  const isWhich = which?.fold === 'mo' && isUnmarked(which);
  if (!isWhich || !isSingle(part, 'sot') || !isUnmarked(part.tokens[0]!)) return false;
  return parts.slice(Math.max(0, at - 4), at).some(({ tag }) => tag === 'not');
}
