import { plain } from '../../core/message.js';
import { hear, isAnswer, type Said } from '../../core/replies/said.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import type { AnswerTarget } from '../../store/answers.js';
import { listSaid, reviseReply, type Reply, type ReplyState } from '../../store/replies.js';
import { answer, type Context } from '../context.js';
import { keepCount } from '../quorum/mark-count.js';
import { sayAside, sayShare } from '../quorum/say-share.js';
import { choicesFor, correctButton, echo, question } from './acknowledge.js';
import { hearAnswer } from '../../services/replies/hear-answer.js';
import { requireOpen } from '../../services/replies/require-open.js';
import { passOn } from './pass-on.js';
import { replay } from '../../services/replies/replay.js';
import { measureLateness } from './measure-lateness.js';
import type { OpenTarget, Statement } from '../../services/replies/taken.js';

/** The words of a reply were changed. What can't be read keeps the old reading and is asked back once. */
export async function reviseStatement(
  ctx: Context,
  reply: Reply,
  found: AnswerTarget,
  statement: Statement,
): Promise<void> {
  const target = requireOpen(found);
  const words = stripUnit(statement.words, target.unitCode);
  const said = hearAnswer(ctx.runtime, target, { words, at: statement.at });
  const isRead = isAnswer(said) || said.isQuestion || said.moreTime !== null;
  const before = await lastSaid(ctx, target, reply.id);
  const kept: Said = keepCount(isRead || !before ? said : { ...before, note: said.note }, before);
  const state: ReplyState = isRead ? 'read' : target.isAsked ? reply.state : 'asked';
  await reviseReply(ctx.db, reply.id, {
    text: statement.raw,
    said: kept,
    state,
    personId: ctx.speaker?.personId ?? null,
    at: statement.at,
    ...(statement.attachments.length > 0 ? { attachments: statement.attachments } : {}),
  });
  const next = await replay(ctx, target);
  const doneAt = next.doneAt ?? next.claimedAt;
  const asked = await passOn(ctx, target, { replyId: reply.id, said, text: statement.raw, doneAt });
  const under = {
    replyTo: statement.messageId,
    directiveId: target.directiveId,
    assignmentId: target.assignmentId,
  };
  if (!isRead) {
    if (target.isAsked) return;
    const buttons = choicesFor(ctx, target, reply.id, said);
    return answer(ctx, { text: [plain(question(ctx, { target, said }))], buttons }, under);
  }
  if (asked !== null) await answer(ctx, asked, under);
  if (!isAnswer(said) || (before && saysSame(before, said))) return;
  const line = await describeEdit(ctx, { target, said: kept, next }, statement.at);
  const button = kept.isAside ? null : correctButton(ctx, target, reply.id, false);
  await answer(ctx, { text: [plain(line)], ...(button ? { buttons: [[button]] } : {}) }, under);
}

async function describeEdit(
  ctx: Context,
  { target, said, next }: { target: OpenTarget; said: Said; next: AnswerState },
  at: Date,
): Promise<string> {
  if (said.isAside) return sayAside(ctx, target);
  const share = await sayShare(ctx, target, said);
  return echo(ctx, { target, said, next, lateBy: await measureLateness(ctx, target, at), share });
}

/** The edited message speaks of other directives only: this one is as if the reply had not been given. */
export async function withdraw(ctx: Context, reply: Reply, found: AnswerTarget, text: string): Promise<void> {
  const target = requireOpen(found);
  const nothing: Said = { ...hear('task', null, ''), isQuestion: false };
  await reviseReply(ctx.db, reply.id, {
    text,
    said: { ...nothing, isWithdrawn: true },
    state: 'corrected',
    personId: ctx.speaker?.personId ?? null,
    at: ctx.now,
  });
  await replay(ctx, target);
  await answer(ctx, ctx.t('reply.withdrawn', { number: target.number }), { replyTo: reply.messageId });
}

/** Outside the unit's group the unit's code stands before the words: `#12 XA07 xong`. */
function stripUnit(words: string, unitCode: string): string {
  const [first = '', ...rest] = words.split(/\s+/);
  return first.replace(/[:,]$/, '').toUpperCase() === unitCode.toUpperCase() ? rest.join(' ') : words;
}

/** What a reply says now; null for one that is not this part's. */
export async function lastSaid(ctx: Context, target: OpenTarget, replyId: number): Promise<Said | null> {
  const all = await listSaid(ctx.db, target.assignmentId);
  return all.find(({ id }) => id === replyId)?.versions.at(-1)?.said ?? null;
}

/** A corrected typing error is not worth a line. */
function saysSame(one: Said, other: Said): boolean {
  const facts = ({ status, percent, doneCount, totalCount, value, difficulty }: Said) =>
    JSON.stringify([status, percent, doneCount, totalCount, value, difficulty]);
  return facts(one) === facts(other);
}
