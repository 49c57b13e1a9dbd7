import { applyReply, unanswered, type AnswerState } from '../replies/answer-state.js';
import type { ReplyKind, Said } from '../replies/said.js';

/** What each of several persons said of one part, whoever spoke last at the end. */
export type Tally = ReadonlyMap<string, AnswerState>;

/** The tally after one more word of one of them. */
export function addToTally(
  kind: ReplyKind,
  tally: Tally,
  { key, said, at }: { key: string; said: Said; at: Date },
): Tally {
  const next = new Map(tally);
  next.delete(key);
  return next.set(key, applyReply(kind, tally.get(key) ?? unanswered, said, at));
}

/**
 * What a part stands at when `need` persons must have answered: done when so many are, as of the last of these; answered,
 * and reminded no more, when so many have said how it stands. Until then it stands at what was said so far.
 */
export function sumTally(kind: ReplyKind, tally: Tally, need: number): AnswerState {
  const all = [...tally.values()].filter(({ answeredAt }) => answeredAt !== null);
  const latest = all.at(-1);
  if (!latest) return unanswered;
  const heard = {
    note: latest.note,
    acknowledgedAt: nth(all, 'acknowledgedAt', 1),
    answeredAt: nth(all, 'answeredAt', need),
  };
  const doneAt = nth(all, 'doneAt', need);
  if (doneAt) {
    const last = all.findLast((one) => one.doneAt !== null)!;
    return { ...last, ...heard, claimedAt: null, doneAt };
  }
  const blocked = all.findLast(({ state }) => state === 'blocked');
  const hasBegun = kind !== 'acknowledge' && all.some(({ state }) => state !== 'acknowledged');
  const state = blocked ? 'blocked' : hasBegun ? 'in_progress' : 'acknowledged';
  return { ...unanswered, ...heard, state, difficulty: blocked?.difficulty ?? null };
}

/** The `count`-th earliest of these moments; null while there are fewer. */
function nth(
  states: readonly AnswerState[],
  of: 'acknowledgedAt' | 'answeredAt' | 'doneAt',
  count: number,
): Date | null {
  const moments = states.flatMap((state) => state[of] ?? []).sort((a, b) => a.getTime() - b.getTime());
  return moments[Math.max(count, 1) - 1] ?? null;
}
