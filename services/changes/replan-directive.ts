import { reminderPlan } from '../../config/rules.js';
import { readReminderLine } from '../../core/compose/reminder-line.js';
import { UserError } from '../../core/errors.js';
import { setReminders } from '../../store/changes.js';
import { audit } from '../audit.js';
import type { Deed } from '../deed.js';
import { describeReminders } from '../drafts/describe-reminders.js';
import { readReminders } from '../drafts/words.js';
import type { OpenDirective } from './find-changeable.js';

/**
 * Another reminder plan for a directive that is out, `words` as in a first line: `3 ngày, 1 ngày, mỗi sáng` or `gấp`. Who
 * still owes an answer is reminded by it from now on. Returns what to say.
 */
export async function replan(ctx: Deed, directive: OpenDirective, words: string): Promise<string> {
  const { db, now, runtime } = ctx;
  const { number, kind, dueAt } = directive;
  if (kind === 'notice') throw new UserError('change.notice', { number });
  if (dueAt === null) throw new UserError('change.planWithoutDue', { number });
  const steps = readReminders(readReminderLine(`nhắc ${words}`) ?? { wrong: words });
  await setReminders(db, directive, steps, { now, reminders: reminderPlan(runtime.settings) });
  const said = await describeReminders(ctx, { ...directive, reminders: steps });
  await audit(ctx, 'plan-reminders', `directive:${number}`, { reason: words });
  return [ctx.t('change.planned', { number }), ...said].join('\n');
}
