import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import type { Status } from '../../core/reading/read-reply.js';
import { isAwaiting, type AnswerState } from '../../core/replies/answer-state.js';
import { choose } from '../../core/replies/said.js';
import { toast, type Context } from '../context.js';
import type { Press, PressEvent } from '../press.js';
import { markCount } from '../quorum/mark-count.js';
import { sayAside, sayShare } from '../quorum/say-share.js';
import { statusesOf } from '../replies/acknowledge.js';
import { requireMayAnswer } from '../replies/correctable.js';
import { getTarget } from '../replies/find-target.js';
import { saidAt } from '../replies/take-message.js';
import { measureLateness } from '../replies/measure-lateness.js';
import { record } from '../../services/replies/record.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { describeSpan } from '../../services/replies/words.js';

/** A button under a directive, a reminder or a list. The toast is the whole answer: the group is not flooded. */
export const answerDirective: Press = {
  prefix: 'answer',
  async run(ctx, [id, status], event) {
    const assignmentId = parseId(id);
    if (assignmentId === null) throw new UserError('error.oldButton');
    const target = await getTarget(ctx, { assignmentId });
    const chosen = statusesOf[target.kind].find((allowed) => allowed === status);
    if (!chosen) throw new UserError('error.oldButton');
    await requireMayAnswer(ctx, target);
    await toast(ctx, await press(ctx, target, chosen, event));
  },
};

/** Records the press and returns what to show. The same finger twice is one answer. */
async function press(ctx: Context, target: OpenTarget, status: Status, event: PressEvent): Promise<string> {
  const said = await markCount(ctx, target, ctx.speaker?.personId ?? null, choose(status));
  const at = saidAt(ctx, event.at);
  const { messageId } = event;
  const statement = { raw: '', words: '', source: 'button' as const, messageId, attachments: [], at };
  const next = isRepetition(ctx, target, status)
    ? target
    : (await record(ctx, target, { statement, said, state: 'read' })).next;
  if (said.isAside) return sayAside(ctx, target);
  const share = await sayShare(ctx, target, said);
  if (share !== null) return ctx.t('reply.pressed', { what: `${nameState(ctx, target, next)} (${share})` });
  if (!isNews(target, next)) return ctx.t('reply.already', { what: nameState(ctx, target, target) });
  const lateBy = await measureLateness(ctx, target, at);
  const what = nameState(ctx, target, next);
  const text = lateBy
    ? ctx.t('reply.pressedLate', { what, span: describeSpan(ctx.t, lateBy) })
    : ctx.t('reply.pressed', { what });
  const isByHand = target.isPassedOn && !target.byHand;
  return [
    text,
    ...(next.state === 'blocked' ? [ctx.t('reply.sayWhy')] : []),
    ...(isByHand ? [ctx.t('cascade.byHand', { number: target.number })] : []),
  ].join(' ');
}

function isRepetition(ctx: Context, target: OpenTarget, status: Status): boolean {
  const { lastSource, lastStatus, lastPersonId } = target;
  return lastSource === 'button' && lastStatus === status && lastPersonId === (ctx.speaker?.personId ?? null);
}

function isNews(before: AnswerState, next: AnswerState): boolean {
  return before.state !== next.state || (before.answeredAt === null) !== (next.answeredAt === null);
}

function nameState(ctx: Context, { kind }: OpenTarget, stand: AnswerState): string {
  const { state } = stand;
  const done = kind === 'acknowledge' ? 'acknowledged' : isAwaiting(stand) ? 'awaiting' : 'done';
  const shown = state === 'done' ? done : state;
  return ctx.t(`reply.button.${shown}`);
}
