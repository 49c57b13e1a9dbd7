import type { AnswerState } from '../../core/replies/answer-state.js';
import { followAbove, type Below } from '../cascade/follow-above.js';
import { followAcceptance } from '../acceptance/follow-acceptance.js';
import type { Deed } from '../deed.js';
import { raiseBlocked } from './raise-blocked.js';
import type { OpenTarget } from './taken.js';

/**
 * What follows when a unit's part stands differently, whatever brought it about: a reply, a press, an edit, a
 * correction. `target`: as it stood before. `replyId`: the reply that speaks for it now; null when none does.
 */
export async function followChange(
  ctx: Deed,
  target: OpenTarget,
  { replyId, next }: { replyId: number | null; next: AnswerState },
): Promise<void> {
  if (replyId !== null) await raiseBlocked(ctx, target, { replyId, next });
  await followAcceptance(ctx, target, { replyId, next });
  await followBelow(ctx, target, replyId);
}

/** What is passed on from above stands differently below, whatever brought it about: so does what is above. */
export async function followBelow(ctx: Deed, below: Below, replyId: number | null = null): Promise<void> {
  if (below.passedFromId === null) return;
  await followAbove(ctx, { ...below, replyId }, followChange);
}
