import { reminderPlan } from '../../config/rules.js';
import { readSendTime } from '../../core/compose/send-time.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { findDirective } from '../../store/directives.js';
import { scheduleDraft as schedule } from '../../store/drafts.js';
import { markPassed } from '../cascade/mark-passed.js';
import type { Deed } from '../deed.js';
import { findCalendar } from '../office-calendar.js';
import { explainSettled } from './find-draft.js';
import { checkUnits } from './send-draft.js';

/** Gives a draft the time at which it goes out by itself. Throws UserError when it can't be then. Returns what to say. */
export async function scheduleDraft(ctx: Deed, draftId: number, words: string): Promise<string> {
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
  await checkUnits(ctx, draft);
  if (draft.dueAt && draft.dueAt <= sendAt)
    throw new UserError('compose.sendTime.afterDue', { due: sayDeadline(ctx.t, draft.dueAt, zone) });
  if (!(await schedule(ctx.db, draftId, sendAt))) throw await explainSettled(ctx, draftId);
  await markPassed(ctx, draft);
  return ctx.t('preview.scheduled', { title: draft.title, at: sayDeadline(ctx.t, sendAt, zone) });
}
