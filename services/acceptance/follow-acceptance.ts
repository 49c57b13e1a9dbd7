import { isAwaiting, type AnswerState } from '../../core/replies/answer-state.js';
import { overtakeApproval } from '../../store/approvals.js';
import { startClock, stopClock } from '../../store/lateness.js';
import { settleCard } from '../approvals/settle-card.js';
import type { Deed } from '../deed.js';
import type { OpenTarget } from '../replies/taken.js';
import { describeStand } from '../replies/words.js';
import { askIssuer } from './ask-issuer.js';

/**
 * Keeps the issuer's question true to what the unit says: asked when it says done, taken back with its word, asked
 * anew about another figure. While the issuer has it, the unit's clock stands.
 */
export async function followAcceptance(
  ctx: Deed,
  target: OpenTarget,
  { replyId, next }: { replyId: number | null; next: AnswerState },
): Promise<void> {
  const { db, now } = ctx;
  const { assignmentId } = target;
  const was = isAwaiting(target);
  const claimedAt = isAwaiting(next) ? (next.claimedAt ?? now) : null;
  const isOther = JSON.stringify(target.value) !== JSON.stringify(next.value);
  if (was && (claimedAt === null || isOther)) await takeBack(ctx, target, next);
  if (replyId === null || claimedAt === null || (was && !isOther)) return;
  await startClock(db, assignmentId, 'more-time', now);
  await stopClock(db, assignmentId, 'acceptance', claimedAt);
  await askIssuer(ctx, target, { replyId, claimedAt });
}

async function takeBack(ctx: Deed, target: OpenTarget, next: AnswerState): Promise<void> {
  const { assignmentId, number, unitCode, kind, spec } = target;
  const request = await overtakeApproval(ctx.db, assignmentId, 'acceptance', ctx.now);
  if (!isAwaiting(next)) await startClock(ctx.db, assignmentId, 'acceptance', ctx.now);
  if (!request) return;
  const what = describeStand(ctx.t, kind, next, spec);
  await settleCard(ctx, request, ctx.t('acceptance.overtaken', { number, code: unitCode, what }));
}
