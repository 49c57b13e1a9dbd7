import type { AnswerState } from '../../core/replies/answer-state.js';
import { applyByTerms } from '../../core/replies/apply-by-terms.js';
import { isAnswer, type Said } from '../../core/replies/said.js';
import { recordReply, type NewReply, type ReplyState } from '../../store/replies.js';
import { isKnownMessage, settleUncertain } from '../../store/settlements.js';
import type { Deed } from '../deed.js';
import { setByHand } from '../../store/cascade.js';
import { isSameStand } from '../cascade/follow-above.js';
import { followChange } from './follow-change.js';
import { replay } from './replay.js';
import type { OpenTarget, Statement } from './taken.js';
import { tellElsewhere } from './tell-elsewhere.js';

interface Entry {
  statement: Statement;
  said: Said;
  state: ReplyState;
}

/** Writes one reply, of words or of a press, and what it makes of the unit's part. */
export async function record(
  ctx: Deed,
  target: OpenTarget,
  entry: Entry,
): Promise<{ replyId: number; next: AnswerState }> {
  const { statement, said } = entry;
  if (target.isUncertain) await settle(ctx, target.directiveId, statement);
  const counts = (isAnswer(said) || said.isCorrection === true) && !said.isAside;
  if (!counts) return { replyId: await write(ctx, target, entry, null), next: target };
  // What several persons say adds up: all of it is gone through again.
  if (said.by) {
    const replyId = await write(ctx, target, entry, null);
    const next = await replay(ctx, target);
    await markByHand(ctx, target, next);
    return { replyId, next };
  }
  const next = applyByTerms(target, target, said, statement.at);
  if (isAnswer(said)) await tellElsewhere(ctx, target, next);
  const replyId = await write(ctx, target, entry, next);
  await markByHand(ctx, target, next);
  await followChange(ctx, target, { replyId, next });
  return { replyId, next };
}

/** What somebody says of a part that was passed on holds from then on, in place of what those below come to. */
async function markByHand(ctx: Deed, target: OpenTarget, next: AnswerState): Promise<void> {
  if (target.isPassedOn && !isSameStand(target, next)) await setByHand(ctx.db, target.assignmentId, true);
}

async function write(
  ctx: Deed,
  { assignmentId, directiveId, version, unitId }: OpenTarget,
  { statement, said, state }: Entry,
  next: AnswerState | null,
): Promise<number> {
  const { messageId, source, raw: text, attachments, at } = statement;
  const chatId = ctx.chat.id;
  const personId = ctx.speaker?.personId ?? null;
  // One by one: two spreads in a literal cost as much as reading the words did.
  const reply: NewReply = {
    assignmentId,
    directiveId,
    directiveVersion: version,
    unitId,
    chatId,
    personId,
    messageId,
    source,
    state,
    text,
    said,
    attachments,
    at,
  };
  return recordReply(ctx.db, reply, next);
}

/** Who answers has got the message. A pressed message that no other delivery claims is the directive's own. */
async function settle(ctx: Deed, directiveId: number, { source, messageId }: Statement): Promise<void> {
  const chatId = ctx.chat.id;
  const isPress = source === 'button';
  const isOwn = isPress && !(await isKnownMessage(ctx.db, chatId, messageId));
  const settlement = { chatId, directiveId, now: ctx.now, by: isPress ? 'press' : 'reply' };
  await settleUncertain(ctx.db, isOwn ? { ...settlement, messageId } : settlement);
}
