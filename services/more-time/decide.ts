import { reminderPlan } from '../../config/rules.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { decideApproval, type Approval } from '../../store/approvals.js';
import { planFirstReminders } from '../../store/assignments.js';
import { listReached } from '../../store/changes.js';
import { startClock } from '../../store/lateness.js';
import { audit } from '../audit.js';
import { giveMoreTime } from '../changes/extend-unit.js';
import type { AskedApproval } from '../approvals/find-approval.js';
import { noteDayOff } from '../changes/note-day-off.js';
import { queueNotes } from '../changes/tell-groups.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { settleCard } from '../approvals/settle-card.js';

/** A request that can still be decided, with its directive. */
export type Decidable = AskedApproval;

/** Grants more time until `dueAt`. Throws UserError when somebody was faster. Returns what to say. */
export async function grant(ctx: Deed, request: Decidable, dueAt: Date): Promise<string> {
  const { db, now } = ctx;
  const { directive, assignment } = request;
  const { name } = getSpeaker(ctx);
  const { unit } = assignment;
  const { number } = directive;
  await claim(ctx, request, { state: 'granted', dueAfter: dueAt });
  await startClock(db, assignment.id, 'more-time', now);
  const before = await giveMoreTime(ctx, directive, unit, dueAt);
  await audit(ctx, 'grant-more-time', `directive:${number}`, {
    unit: unit.code,
    before: { dueAt: before?.toISOString() ?? null },
    after: { dueAt: dueAt.toISOString() },
  });
  const due = sayDeadline(ctx.t, dueAt, ctx.runtime.settings.ORG_TIME_ZONE);
  const said = ctx.t('approval.granted', { number, code: unit.code, unit: unit.name, due, name });
  const line = await noteDayOff(ctx, said, dueAt, { id: unit.id, timeZone: null });
  await settleCard(ctx, request, line);
  return line;
}

/** Refuses, with a word or none. The unit's groups hear it; the deadline stays. */
export async function refuse(ctx: Deed, request: Decidable, word: string): Promise<string> {
  const { db, now } = ctx;
  const { directive, assignment } = request;
  const { name } = getSpeaker(ctx);
  const { unit, dueAt } = assignment;
  const { id: directiveId, number } = directive;
  await claim(ctx, request, { state: 'refused', word });
  await startClock(db, assignment.id, 'more-time', now);
  const reminders = reminderPlan(ctx.runtime.settings);
  await planFirstReminders(db, { directiveId, unitIds: [unit.id] }, now, reminders);
  await audit(ctx, 'refuse-more-time', `directive:${number}`, {
    unit: unit.code,
    ...(word === '' ? {} : { reason: word }),
  });
  const reason = word === '' ? '' : `: ${word}`;
  const zone = unit.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE;
  const groups = await listReached(db, directiveId, unit.id);
  const write = (t: typeof ctx.t) =>
    say(
      t('approval.told.refused', {
        number,
        reason,
        due: dueAt ? sayDeadline(t, dueAt, zone) : t('reply.noDeadline'),
      }),
    );
  await queueNotes(ctx, { directiveId, key: `refuse:${request.id}`, write }, groups);
  const line = ctx.t('approval.refused', { number, code: unit.code, unit: unit.name, reason, name });
  await settleCard(ctx, request, line);
  return line;
}

async function claim(
  ctx: Deed,
  { id }: Approval,
  decision: { state: 'granted' | 'refused'; dueAfter?: Date; word?: string },
): Promise<void> {
  const { personId } = getSpeaker(ctx);
  if (!(await decideApproval(ctx.db, id, { ...decision, decidedById: personId, decidedAt: ctx.now })))
    throw new UserError('approval.already');
}

/** Nothing is left to decide: the work is done, the directive over, or the deadline late enough. Null when there is. */
export async function settleMoot(ctx: Deed, request: Approval): Promise<string | null> {
  const { assignment, wishedAt } = request;
  const { directive, unit, doneAt, dueAt, cancelled, excused } = assignment;
  const isOver = directive.state !== 'open' || cancelled || excused;
  const isLater = wishedAt !== null && dueAt !== null && dueAt >= wishedAt;
  if (!isOver && doneAt === null && !isLater) return null;
  const form = isOver ? 'over' : doneAt === null ? 'later' : 'done';
  await decideApproval(ctx.db, request.id, {
    ...{ state: 'overtaken', decidedById: getSpeaker(ctx).personId, decidedAt: ctx.now },
  });
  await startClock(ctx.db, assignment.id, 'more-time', ctx.now);
  const line = ctx.t(`approval.moot.${form}`, { number: directive.number ?? '', code: unit.code });
  await settleCard(ctx, request, line);
  return line;
}
