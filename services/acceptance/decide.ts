import { reminderPlan } from '../../config/rules.js';
import type { AuditAction } from '../../core/audit.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain, say } from '../../core/message.js';
import { applyByTerms } from '../../core/replies/apply-by-terms.js';
import { decide, type Decision } from '../../core/replies/said.js';
import { findAnswerTarget, setAnswerState } from '../../store/answers.js';
import { decideApproval } from '../../store/approvals.js';
import { planFirstReminders } from '../../store/assignments.js';
import { touchCard } from '../../store/cards.js';
import { findDueByClock } from '../../store/due.js';
import { startClock } from '../../store/lateness.js';
import { recordReply } from '../../store/replies.js';
import { settleCard } from '../approvals/settle-card.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { followBelow } from '../replies/follow-change.js';
import type { Awaited } from './find-awaited.js';
import { tellUnit } from './tell-unit.js';

/** Accepts what a unit did. Throws UserError when somebody was faster. Returns what to say. */
export async function accept(ctx: Deed, request: Awaited): Promise<string> {
  const doneAt = request.askedAt.toISOString();
  await settle(ctx, request, { decision: { to: 'accepted', doneAt }, word: '' });
  const { number } = request.directive;
  await tellUnit(ctx, request, (t) => say(t('acceptance.told.accepted', { number })));
  return finish(ctx, request, 'accept-work', '');
}

/**
 * Gives it back with a word. The unit's groups hear why; it owes an answer again, and its deadline by its own clock is
 * later by the time in which the matter lay here. Throws UserError when somebody was faster.
 */
export async function giveBack(ctx: Deed, request: Awaited, word: string): Promise<string> {
  const { db, now, runtime } = ctx;
  const { directive, assignment } = request;
  const { id: directiveId, number } = directive;
  await settle(ctx, request, { decision: { to: 'returned' }, word });
  const reminders = reminderPlan(runtime.settings);
  await planFirstReminders(db, { directiveId, unitIds: [assignment.unitId] }, now, reminders);
  const due = await findDueByClock(db, assignment.id);
  const zone = assignment.unit.timeZone ?? runtime.settings.ORG_TIME_ZONE;
  await tellUnit(ctx, request, (t) => ({
    text: joinLines([
      [plain(t('acceptance.told.returned', { number, word }))],
      [plain(t('acceptance.told.again'))],
      ...(due && due > now ? [[plain(t('acceptance.told.due', { due: sayDeadline(t, due, zone) }))]] : []),
    ]),
  }));
  return finish(ctx, request, 'return-work', word);
}

/** The part is locked before the request is claimed, as replies lock it before they touch its requests. */
async function settle(
  ctx: Deed,
  request: Awaited,
  { decision, word }: { decision: Decision; word: string },
): Promise<void> {
  const { db, now, chat } = ctx;
  const { id, assignment, directive } = request;
  const { personId } = getSpeaker(ctx);
  const target = await findAnswerTarget(db, { assignmentId: assignment.id }, { chatId: chat.id, now });
  const state = decision.to === 'accepted' ? 'granted' : 'refused';
  const isFirst = await decideApproval(db, id, { state, decidedById: personId, decidedAt: now, word });
  if (!target || !isFirst) throw new UserError('approval.already');
  const said = decide(decision, word);
  await recordReply(
    db,
    {
      ...{ assignmentId: assignment.id, directiveId: directive.id, directiveVersion: directive.version },
      ...{ unitId: assignment.unitId, chatId: chat.id, personId, messageId: '' },
      ...{ source: 'decision', state: 'read', text: word, said, attachments: [], at: now },
    },
    null,
  );
  const next = applyByTerms(target, target, said, now);
  await setAnswerState(db, assignment.id, next, { now });
  await startClock(db, assignment.id, 'acceptance', now);
  await touchCard(db, directive.id, now);
  await followBelow(ctx, target);
}

async function finish(
  ctx: Deed,
  request: Awaited,
  action: AuditAction & ('accept-work' | 'return-work'),
  word: string,
): Promise<string> {
  const { directive, assignment } = request;
  const { code, name: unit } = assignment.unit;
  await audit(ctx, action, `directive:${directive.number}`, {
    unit: code,
    ...(word === '' ? {} : { reason: word }),
  });
  const values = { number: directive.number, code, unit, word, name: getSpeaker(ctx).name };
  const line = ctx.t(action === 'accept-work' ? 'acceptance.accepted' : 'acceptance.returned', values);
  await settleCard(ctx, request, line);
  return line;
}
