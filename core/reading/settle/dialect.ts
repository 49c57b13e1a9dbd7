import type { Part } from '../clause/part.js';
import { isVerb, tags } from '../clause/sense.js';
import { isEdge, isMark, isUnmarked, type Place } from './place.js';
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

const ASKS_BEFORE = tags('more', 'every', 'complete', 'fine', 'hand', 'at');
const SAID_TO = tags('you', 'particle', 'have');
// What is there may be broken: `co 2 may hong`.
const BREAKS = /^(?:may|xe|den|bom|bong|quat|cua|cai|chiec|ghe|ong|loa|mic|cau|duong|bon|tu|tivi|camera)$/;

/** `co phat thuoc hong`, `lay duoc hong chi` for hông, a word of the South for không; `may bom hong` is broken. */
export function isSouthernNot(part: Part, { parts, at, before, next }: Place): boolean {
  if (!isSingle(part, 'hong') || !isUnmarked(part.tokens[0]!)) return false;
  if (isEdge(before)) return false;
  const rest = parts.slice(at + 1, at + 4);
  const end = rest.findIndex(isMark);
  if (
    !rest.slice(0, end < 0 ? undefined : end).every((one) => SAID_TO.holds(one) && isUnmarked(one.tokens[0]!))
  )
    return false;
  if (before?.tag === 'able' || before?.tag === 'take') return true;
  const from = parts.findLastIndex((one, index) => index < at && isMark(one)) + 1;
  const clause = parts.slice(from, at);
  if (clause.some(({ tag }) => tag === 'then')) return false;
  const have = clause.findLastIndex(({ tokens }) => tokens[0]!.fold === 'co');
  if (clause.slice(have + 1).some(({ tokens }) => BREAKS.test(tokens[0]!.fold))) return false;
  // `co mua them hong`, `co thuoc hong chi`
  const isThere = have >= 0 && have < clause.length - 1;
  return (
    ASKS_BEFORE.holds(before) ||
    (isThere && (isVerb(clause[have + 1]) || clause[have + 1]!.tag === 'must' || next?.tag === 'you'))
  );
}
