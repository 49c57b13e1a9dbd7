import { reminderPlan } from '../../config/rules.js';
import { readSendTime } from '../../core/compose/send-time.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain } from '../../core/message.js';
import { findDirective } from '../../store/directives.js';
import { scheduleDraft } from '../../store/drafts.js';
import { markPassed } from '../cascade/mark-passed.js';
import { answer, type Context } from '../context.js';
import { findCalendar } from '../../services/office-calendar.js';
import { offerDecisions, sayDecisions } from './build-preview.js';
import { explainSettled } from './find-draft.js';

/** Gives a draft the time at which it goes out by itself. Throws UserError when it can't be then. */
export async function scheduleSending(ctx: Context, draftId: number, words: string): Promise<void> {
  const { zone, rules } = reminderPlan(ctx.runtime.settings);
  const calendar = await findCalendar(ctx);
  const { due: sendAt, reason } = readSendTime(words, {
    now: ctx.now,
    zone,
    calendar,
    morning: rules.morning,
  });
  if (sendAt === null) throw new UserError(`compose.sendTime.${reason}`, { text: words.slice(0, 40) });
  const draft = await findDirective(ctx.db, draftId);
  if (!draft) throw new UserError('error.oldButton');
  if (draft.dueAt && draft.dueAt <= sendAt)
    throw new UserError('compose.sendTime.afterDue', { due: sayDeadline(ctx.t, draft.dueAt, zone) });
  if (!(await scheduleDraft(ctx.db, draftId, sendAt))) throw await explainSettled(ctx, draftId);
  await markPassed(ctx, draft);
  const said = ctx.t('preview.scheduled', { title: draft.title, at: sayDeadline(ctx.t, sendAt, zone) });
  await answer(ctx, {
    text: joinLines([[plain(said)], ...sayDecisions(ctx, ['send', 'drop'])]),
    ...offerDecisions(ctx, draftId, [['send', 'drop']]),
  });
}
