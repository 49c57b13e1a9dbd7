import type { Clause } from '../clause/part.js';
import { find, isUnknownWord, tags, VERBS, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

const STOPS = tags('stuck', 'cannot');
const THINGS = tags('resource', 'other', 'member', 'piece');

/**
 * `dây đi xong rồi mà chủ nhà không cho khoan tường` to `Lắp camera`: what is done is none of the title's own verb, and
 * the work was stopped after it. So it was a step.
 */
export function markStoppedSteps(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0) return senses;
  // `12 người không nghe máy em nhắn tin rồi`: it went on.
  const stop = senses.findLastIndex(
    ({ meaning, decided }, at) =>
      meaning === 'blocked' && STOPS.holds(decided[0]) && !find(clauses[at]!.parts, 'already'),
  );
  if (stop < 1 || senses.slice(stop).some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) =>
    at < stop && one.meaning === 'done' && isOtherStep(clauses[at]!) ? { ...one, isStep: true } : one,
  );
}

/** An act on a thing, or a thing, and none of it asked for. */
function isOtherStep({ parts }: Clause): boolean {
  if (parts.some(({ isAsked }) => isAsked)) return false;
  return find(parts, VERBS) !== undefined || parts.some((part) => THINGS.holds(part) || isUnknownWord(part));
}
