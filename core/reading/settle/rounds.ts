import type { Part } from '../clause/part.js';
import { isVerb } from '../clause/sense.js';
import { isEdge, startsNumber, type Place } from './place.js';
import { isSingle } from './rule.js';

/** `đã tiêm xong đợt 2`, `kết thúc đợt`: the round that was asked for, not a part of it. */
export function isWholeRound(part: Part, { parts, at, before, next }: Place): boolean {
  if (!isSingle(part, 'dot') || before?.tag !== 'complete') return false;
  // `hoàn tất đợt tuần tra`
  return (
    isEdge(next) ||
    next!.tag === 'work' ||
    (startsNumber(next) && isToldBefore(parts, at) && isOnlyRound(parts))
  );
}

const manyPortions = 20;

/** `gói xong 200 phần`: that many of a thing. */
export const isPortion = (part: Part, { before }: Place): boolean =>
  isSingle(part, 'phan') && startsNumber(before) && Number(before!.tokens[0]!.raw) >= manyPortions;

function isOnlyRound(parts: readonly Part[]): boolean {
  return parts.filter((part) => isSingle(part, 'dot')).length === 1;
}

function isToldBefore(parts: readonly Part[], at: number): boolean {
  return isVerb(parts[at - 2]) && parts.slice(Math.max(0, at - 6), at).some(({ tag }) => tag === 'past');
}
