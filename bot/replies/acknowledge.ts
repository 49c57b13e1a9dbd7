import { encodeAction } from '../../core/action.js';
import { plain, type Button } from '../../core/message.js';
import type { Status } from '../../core/reading/read-reply.js';
import { offeredValues } from '../../core/replies/offered-value.js';
import type { ReplyKind, Said } from '../../core/replies/said.js';
import { isSameStand } from '../../services/cascade/follow-above.js';
import { answer, type Context } from '../context.js';
import { sayAside } from '../quorum/say-share.js';
import type { OpenTarget, Taken } from '../../services/replies/taken.js';
import { describeSpan, describeStand, describeValue, shorten } from '../../services/replies/words.js';

/** The statuses that a button may set, by kind; a figure is typed. */
export const statusesOf: Record<ReplyKind, readonly Status[]> = {
  task: ['acknowledged', 'in_progress', 'blocked', 'done'],
  acknowledge: ['acknowledged'],
  collect: ['acknowledged', 'in_progress', 'blocked'],
  notice: [],
};

/**
 * Shows that a message was taken: one line where something was read into the words, is late, was passed on or must be
 * asked back; else a reaction where the channel has them. One message for all directives that the text named; `faults`:
 * what is to be said of others that it named.
 */
export async function acknowledge(
  ctx: Context,
  taken: Taken[],
  messageId: string,
  faults: string[] = [],
): Promise<void> {
  const canReact = ctx.channel.capabilities.reactions && ctx.channel.react !== undefined;
  const linesWith = (isEnough: boolean) => taken.flatMap((one) => linesOf(ctx, one, isEnough));
  const needed = linesWith(canReact);
  // Where a line is said of one of several, silence about another would look as if that were lost.
  const isAllSaid = taken.length + faults.length > 1 && needed.length + faults.length > 0;
  const lines = [...(isAllSaid ? linesWith(false) : needed), ...faults];
  // One sign that it was taken is enough: the line says more than the reaction.
  if (lines.length === 0) return react(ctx, taken, messageId);
  const buttons = taken.flatMap((one) => buttonsOf(ctx, one, taken.length > 1));
  const only = taken.length === 1 ? taken[0]!.target : null;
  await answer(
    ctx,
    { text: [plain(lines.join('\n'))], ...(buttons.length > 0 ? { buttons } : {}) },
    {
      replyTo: messageId,
      ...(only ? { directiveId: only.directiveId, assignmentId: only.assignmentId } : {}),
    },
  );
}

/** The line that repeats what was understood. */
export function echo(
  ctx: Context,
  { target, said, next, lateBy, share }: Omit<Taken, 'replyId' | 'outcome' | 'asked'>,
): string {
  const { kind, spec } = target;
  // Elsewhere one may answer for several units.
  const number = ctx.chat.role === 'unit' ? target.number : `${target.number} ${target.unitCode}`;
  if (target.state === 'accepted') return ctx.t('acceptance.final', { number });
  // A mere "received" after more was said changes nothing; the line tells what stands.
  const stand = describeStand(ctx.t, kind, next, spec);
  const what = share === null ? stand : `${stand} (${share})`;
  const line = ctx.t('reply.recorded', { number, what });
  const hint = said.value !== null && spec?.type !== 'choice' ? ` ${ctx.t('reply.sendAgain')}` : '';
  return lateBy
    ? `${line} ${ctx.t('reply.late', { span: describeSpan(ctx.t, lateBy) })}${hint}`
    : line + hint;
}

/** What can be tapped to say how it stands, for a reply that is stored already. */
export function choicesFor(
  ctx: Context,
  target: OpenTarget,
  replyId: number,
  said: Said | null = null,
): Button[][] {
  if (target.spec?.type === 'choice' && target.kind === 'collect')
    return target.spec.choices
      .slice(0, 10)
      .map((choice, index) => [
        { label: shorten(choice, 40), action: encodeAction('status', replyId, `c${index}`) },
      ]);
  const buttons = statusesOf[target.kind].map((status) => ({
    label: ctx.t(`reply.button.${status}`),
    action: encodeAction('status', replyId, status),
  }));
  return [...(said ? figuresOf(ctx, target, said, replyId) : []), ...pairs(buttons)];
}

/** A button for each figure that the words tell, where nobody can be sure which of them counts. */
function figuresOf(ctx: Context, target: OpenTarget, said: Said, replyId: number): Button[][] {
  const { spec, title } = target;
  if (target.kind !== 'collect') return [];
  const figures = offeredValues(spec, said, title).map(({ value, choice }) => ({
    label: describeValue(ctx.t, value, spec),
    action: encodeAction('status', replyId, choice),
  }));
  return figures.length > 0 ? [figures] : [];
}

/** Two buttons a row: four in one row are cut short on a phone. */
export function pairs(buttons: Button[]): Button[][] {
  return buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
}

/** The small button under an echo. Null where nothing could be chosen instead. */
export function correctButton(ctx: Context, target: OpenTarget, replyId: number, isOneOfMany: boolean) {
  const hasChoices = target.kind === 'task' || target.spec?.type === 'choice';
  if (!hasChoices) return null;
  const label = isOneOfMany
    ? ctx.t('reply.button.correctNumber', { number: target.number })
    : ctx.t('reply.button.correct');
  return { label, action: encodeAction('fix', replyId) };
}

function react(ctx: Context, taken: Taken[], messageId: string): void {
  const { channel, chat } = ctx;
  const emoji = taken.some(({ outcome }) => outcome === 'kept') ? '👀' : '👍';
  const to = { externalId: chat.externalId, threadId: chat.threadId, isGroup: chat.role !== 'private' };
  // Not waited for: a courtesy must not hold the next reply up.
  ctx.afterCommit.push(() => void channel.react?.(to, messageId, emoji));
}

function linesOf(ctx: Context, taken: Taken, canReact: boolean): string[] {
  const { target, said, outcome, asked } = taken;
  const { number } = target;
  const passed = [
    ...(said.isQuestion && asked === null ? [ctx.t('reply.passedQuestion', { number })] : []),
    ...(asked === null ? [] : [asked]),
    ...(isFirstByHand(taken) ? [ctx.t('cascade.byHand', { number })] : []),
  ];
  switch (outcome) {
    case 'answered':
      return target.state === 'accepted' || needsEcho(taken) || passed.length > 0 || !canReact
        ? [echo(ctx, taken), ...passed]
        : [];
    case 'aside':
      return [sayAside(ctx, target), ...passed];
    case 'asked':
      return [question(ctx, taken)];
    case 'passed':
      return passed;
    case 'kept':
      return canReact ? [] : [ctx.t('reply.kept', { number })];
    case 'filed':
      return canReact ? [] : [ctx.t('reply.filed', { number })];
  }
}

/** The first word about a part that was passed on which takes the place of what those below come to. */
function isFirstByHand({ target, outcome, next }: Taken): boolean {
  return outcome === 'answered' && target.isPassedOn && !target.byHand && !isSameStand(target, next);
}

/** Words that could have been misread are repeated; a plain "received" or "in progress" is not. */
function needsEcho({ said, lateBy, share }: Taken): boolean {
  if (lateBy !== null || share !== null || said.value !== null || said.difficulty !== null) return true;
  return (
    said.percent !== null || said.doneCount !== null || said.status === 'done' || said.status === 'blocked'
  );
}

/** The question back, with the form of the answer where a figure is wanted. */
export function question(ctx: Context, { target, said }: Pick<Taken, 'target' | 'said'>): string {
  const { number, spec, kind } = target;
  const title = shorten(target.title, 80);
  if (kind !== 'collect') return ctx.t('reply.ask', { number, title });
  const type = spec?.type ?? 'number';
  const bounds = describeBounds(ctx, target);
  const problem = said.problem === 'too-small' || said.problem === 'too-large' ? said.problem : 'unreadable';
  const told = offeredValues(spec, said, target.title);
  if (told.length === 0) return ctx.t(`reply.askFigure.${problem}.${type}`, { number, bounds });
  const key = ctx.channel.capabilities.buttons ? 'choose' : 'told';
  const figures = told.map(({ value }) => describeValue(ctx.t, value, spec)).join('; ');
  return ctx.t(`reply.askFigure.${key}.${type}`, { number, bounds, figures });
}

function describeBounds(ctx: Context, { spec }: OpenTarget): string {
  if (spec?.type === 'ratio' && spec.total !== undefined)
    return ctx.t('reply.bounds.total', { total: spec.total });
  if (spec?.type !== 'number') return '';
  const { min, max } = spec;
  if (min !== undefined && max !== undefined) return ctx.t('reply.bounds.between', { min, max });
  if (min !== undefined) return ctx.t('reply.bounds.min', { min });
  return max === undefined ? '' : ctx.t('reply.bounds.max', { max });
}

function buttonsOf(ctx: Context, taken: Taken, isOneOfMany: boolean): Button[][] {
  const { target, replyId, outcome, said } = taken;
  const { buttons: hasButtons } = ctx.channel.capabilities;
  // A number among figures would be read as one of them.
  const isFigure = !hasButtons && target.kind === 'collect' && target.spec?.type !== 'choice';
  if (outcome === 'asked')
    return said.problem?.startsWith('too-') || isFigure ? [] : choicesFor(ctx, target, replyId, said);
  if (outcome !== 'answered' || !hasButtons) return [];
  const button = correctButton(ctx, target, replyId, isOneOfMany);
  const compute = {
    label: ctx.t('cascade.button.compute'),
    action: encodeAction('pass', target.assignmentId, 'compute'),
  };
  return [...(button ? [[button]] : []), ...(isFirstByHand(taken) ? [[compute]] : [])];
}
