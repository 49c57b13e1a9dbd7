import { sumBelow } from '../../core/cascade/sum-below.js';
import { UserError } from '../../core/errors.js';
import { findAnswerTarget } from '../../store/answers.js';
import { listPartsBelow, setByHand } from '../../store/cascade.js';
import type { Directive } from '../../store/directives.js';
import { followChange } from '../replies/follow-change.js';
import type { OpenTarget } from '../replies/taken.js';
import { describeStand } from '../replies/words.js';
import type { Deed } from '../deed.js';
import { requireOpen } from '../replies/require-open.js';
import { tell } from '../tell.js';
import { receivedByPassing, writeBelow } from './follow-above.js';

/**
 * A draft that passes a part on goes out, or has its time: the part is received with that and stands from now on as those
 * below do. Where the unit had said more, that stays until it is let go. Throws UserError when the part is over.
 */
export async function markPassed(ctx: Deed, draft: Directive): Promise<void> {
  if (draft.passedFromId === null) return;
  const at = { chatId: ctx.chat.id, now: ctx.now };
  const found = await findAnswerTarget(ctx.db, { assignmentId: draft.passedFromId }, at);
  if (!found) throw new UserError('error.oldButton');
  const target = requireOpen(found);
  if (hasSaidMore(target)) return keepSaid(ctx, target);
  await setByHand(ctx.db, target.assignmentId, false);
  // Others below may have had it before.
  const said = sumBelow(target, await listPartsBelow(ctx.db, target.assignmentId));
  await writeBelow(
    ctx,
    target,
    { said: said ?? receivedByPassing(target, ctx.now), cause: null },
    followChange,
  );
}

/** What is computed stands already when another draft goes out to others below. */
function hasSaidMore({ state, byHand, lastSource }: OpenTarget): boolean {
  return (
    state !== 'waiting' &&
    state !== 'acknowledged' &&
    state !== 'returned' &&
    (byHand === true || lastSource !== 'below')
  );
}

async function keepSaid(ctx: Deed, target: OpenTarget): Promise<void> {
  const { number, assignmentId, kind, spec } = target;
  await setByHand(ctx.db, assignmentId, true);
  await tell(
    ctx,
    ctx.chat,
    ctx.t('cascade.keptSaid', { number, what: describeStand(ctx.t, kind, target, spec) }),
  );
}
