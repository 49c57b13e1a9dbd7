import type { AnswerState } from '../../core/replies/answer-state.js';
import { applyByTerms } from '../../core/replies/apply-by-terms.js';
import { hear, isAnswer, type Said } from '../../core/replies/said.js';
import { isKnownMessage, settleUncertain } from '../../store/settlements.js';
import { recordReply, type ReplyState } from '../../store/replies.js';
import type { Context } from '../context.js';
import { followChange } from './follow-change.js';
import { tellElsewhere } from './tell-elsewhere.js';
import { measureLateness } from './measure-lateness.js';
import { passOn } from './pass-on.js';
import type { OpenTarget, Statement, Taken } from './taken.js';

/** Pictures sent this soon behind an answer belong to it. */
const togetherMs = 10 * 60_000;

/** Reads a statement, records it and what it makes of the assignment; passes on what is for the issuer. */
export async function takeStatement(ctx: Context, target: OpenTarget, statement: Statement): Promise<Taken> {
  const said = hear(target.kind, target.spec, statement.words);
  const outcome = judge(ctx, target, said, statement);
  const next = applyByTerms(target, target, said, statement.at);
  const replyId = await record(ctx, target, { statement, said, state: stateOf(outcome), next });
  const doneAt = next.doneAt ?? next.claimedAt;
  const asked = await passOn(ctx, target, { replyId, said, text: statement.raw, doneAt });
  const lateBy = outcome === 'answered' ? await measureLateness(ctx, target, statement.at) : null;
  return { target, replyId, said, next, outcome, asked, lateBy };
}

/** Writes one reply, of words or of a press. `next` is ignored for what is no answer. */
export async function record(
  ctx: Context,
  target: OpenTarget,
  {
    statement,
    said,
    state,
    next,
  }: { statement: Statement; said: Said; state: ReplyState; next: AnswerState },
): Promise<number> {
  const { assignmentId, directiveId, version, unitId, isUncertain } = target;
  if (isUncertain) await settle(ctx, directiveId, statement);
  if (isAnswer(said)) await tellElsewhere(ctx, target, next);
  const replyId = await recordReply(
    ctx.db,
    {
      assignmentId,
      directiveId,
      directiveVersion: version,
      unitId,
      chatId: ctx.chat.id,
      personId: ctx.speaker?.personId ?? null,
      messageId: statement.messageId,
      source: statement.source,
      state,
      text: statement.raw,
      said,
      attachments: statement.attachments,
      at: statement.at,
    },
    isAnswer(said) || said.isCorrection ? next : null,
  );
  if (isAnswer(said) || said.isCorrection) await followChange(ctx, target, { replyId, next });
  return replyId;
}

/** Who answers has got the message. A pressed message that no other delivery claims is the directive's own. */
async function settle(ctx: Context, directiveId: number, { source, messageId }: Statement): Promise<void> {
  const chatId = ctx.chat.id;
  const isPress = source === 'button';
  const isOwn = isPress && !(await isKnownMessage(ctx.db, chatId, messageId));
  const settlement = { chatId, directiveId, now: ctx.now, by: isPress ? 'press' : 'reply' };
  await settleUncertain(ctx.db, isOwn ? { ...settlement, messageId } : settlement);
}

/** A figure outside its bounds is always told; what can't be read is asked back once while the question is open. */
function judge(ctx: Context, target: OpenTarget, said: Said, statement: Statement): Taken['outcome'] {
  if (isAnswer(said)) return 'answered';
  if (said.isQuestion || said.moreTime !== null) return 'passed';
  if (belongsToLast(ctx, target, statement)) return 'filed';
  const isOutside = said.problem === 'too-small' || said.problem === 'too-large';
  return target.isAsked && !isOutside ? 'kept' : 'asked';
}

/** An album comes as one message a picture, and only one of them has the words: the others say nothing of their own. */
function belongsToLast(ctx: Context, target: OpenTarget, { words, attachments, at }: Statement): boolean {
  if (words.trim() !== '' || attachments.length === 0) return false;
  const { isAsked, lastAt, lastPersonId } = target;
  const isSamePerson = lastPersonId === (ctx.speaker?.personId ?? null);
  return isAsked || (lastAt !== null && isSamePerson && at.getTime() - lastAt.getTime() < togetherMs);
}

function stateOf(outcome: Taken['outcome']): ReplyState {
  if (outcome === 'asked') return 'asked';
  return outcome === 'kept' ? 'unread' : 'read';
}
