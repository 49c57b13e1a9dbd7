import type { Part } from './part.js';
import { find, indexOf, isNumber, isSettled, tags } from './sense.js';
import type { Statement } from './statement.js';

const ACTS = tags('complete', 'hand', 'work', 'draft', 'every', 'noMore');
const PLANNED = tags('ahead', 'day', 'within', 'will');

/** Beside a yes, a clause that speaks of the work in a way that was not understood: `dạ em lên đơn đủ`. */
export function isUnplaced({ clause, sense }: Statement): boolean {
  const isPlan = find(clause.parts, PLANNED) !== undefined && !isSettled(clause.parts);
  return (
    sense.meaning === 'none' &&
    clause.opener !== 'propose' &&
    !isPlan &&
    !isTaken(clause.parts) &&
    (find(clause.parts, ACTS) !== undefined || isToldOver(clause.parts))
  );
}

/** `loa chỉnh lại rồi`: a word that is not known, and that it is over. */
function isToldOver(parts: readonly Part[]): boolean {
  const already = indexOf(parts, 'already', 1);
  return (
    already > 0 &&
    parts.slice(0, already).some(({ tag, tokens }) => tag === null && tokens[0]!.kind === 'word')
  );
}

const WHO = tags('self', 'member', 'particle');
const NOT_TAKEN = tags('complete', 'every', 'noMore', 'hand', 'ago', 'able', 'newly');

/** `vâng, trường xếp lịch`, `hiểu rồi, em làm theo mẫu`: who will do what. */
function isTaken(parts: readonly Part[]): boolean {
  const [who, act, ...rest] = parts;
  const isAct = act?.tag === 'work' || act?.tag === 'draft';
  if (!WHO.has(who?.tag ?? null) || !isAct) return false;
  if (rest.every(({ tag }) => tag === 'particle' || tag === 'you')) return true;
  return (
    who!.tag === 'self' && !isSettled(parts) && !find(rest.slice(0, -1), NOT_TAKEN) && !rest.some(isNumber)
  );
}
