import { readCascadeWish, type CascadeWish } from '../../core/cascade/read-wish.js';
import { sumBelow } from '../../core/cascade/sum-below.js';
import { UserError } from '../../core/errors.js';
import { listPartsBelow, setByHand } from '../../store/cascade.js';
import { answer, toast, type Context } from '../context.js';
import { requireMayAnswer } from '../replies/correctable.js';
import { followChange } from '../../services/replies/follow-change.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { describeStand } from '../../services/replies/words.js';
import { writeBelow } from '../../services/cascade/follow-above.js';
import { startPassing } from './start-passing.js';

/** Takes words that pass a part on or give it back to be computed; false for all others. */
export async function takeCascadeWish(ctx: Context, target: OpenTarget, words: string): Promise<boolean> {
  const wish = readCascadeWish(words);
  if (wish) await doCascadeWish(ctx, target, wish);
  return wish !== null;
}

export async function doCascadeWish(ctx: Context, target: OpenTarget, wish: CascadeWish): Promise<void> {
  if (wish.do === 'pass-on') return startPassing(ctx, target, wish.words);
  await requireMayAnswer(ctx, target);
  await computeAgain(ctx, target);
}

/** What was said of a part is let go: from now on it stands as the parts below come to. */
async function computeAgain(ctx: Context, target: OpenTarget): Promise<void> {
  const { number, assignmentId, kind, spec } = target;
  if (!target.isPassedOn) throw new UserError('cascade.notPassed', { number });
  if (target.state === 'accepted') throw new UserError('acceptance.final', { number });
  const said = sumBelow(target, await listPartsBelow(ctx.db, assignmentId));
  if (!said) throw new UserError('cascade.noSum', { number });
  await setByHand(ctx.db, assignmentId, false);
  const next = await writeBelow(ctx, target, { said, cause: null }, followChange);
  const line = ctx.t('cascade.computed', { number, what: describeStand(ctx.t, kind, next, spec) });
  await (ctx.event.kind === 'press' ? toast(ctx, line) : answer(ctx, line));
}
