import { isAnswer, type Said } from '../../core/replies/said.js';
import type { ReplyState } from '../../store/replies.js';
import type { Context } from '../context.js';
import { markCount } from '../quorum/mark-count.js';
import { sayShare } from '../quorum/say-share.js';
import { measureLateness } from './measure-lateness.js';
import { passOn } from './pass-on.js';
import { hearAnswer } from '../../services/replies/hear-answer.js';
import { record } from '../../services/replies/record.js';
import type { OpenTarget, Statement, Taken } from '../../services/replies/taken.js';

/** Pictures sent this soon behind an answer belong to it. */
const togetherMs = 10 * 60_000;

/** Reads a statement, records it and what it makes of the assignment; passes on what is for the issuer. */
export async function takeStatement(ctx: Context, target: OpenTarget, statement: Statement): Promise<Taken> {
  const heard = hearAnswer(ctx.runtime, target, statement);
  const said = await markCount(ctx, target, ctx.speaker?.personId ?? null, heard);
  const outcome = judge(ctx, target, said, statement);
  const { replyId, next } = await record(ctx, target, { statement, said, state: stateOf(outcome) });
  const doneAt = next.doneAt ?? next.claimedAt;
  const asked = await passOn(ctx, target, { replyId, said, text: statement.raw, doneAt });
  const lateBy = outcome === 'answered' ? await measureLateness(ctx, target, statement.at) : null;
  const share = outcome === 'answered' ? await sayShare(ctx, target, said) : null;
  return { target, replyId, said, next, outcome, asked, lateBy, share };
}

/** A figure outside its bounds is always told; what can't be read is asked back once while the question is open. */
function judge(ctx: Context, target: OpenTarget, said: Said, statement: Statement): Taken['outcome'] {
  if (isAnswer(said)) return said.isAside ? 'aside' : 'answered';
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
