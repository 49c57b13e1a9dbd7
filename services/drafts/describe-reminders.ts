import { reminderPlan } from '../../config/rules.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { planReminders } from '../../core/reminders/plan-reminders.js';
import { standardSteps, type ReminderSteps } from '../../core/reminders/reminder-steps.js';
import type { Directive } from '../../store/directives.js';
import type { Asking } from '../deed.js';
import { findCalendar } from '../office-calendar.js';

/** When the groups that have not answered are reminded, as concrete times. */
export async function describeReminders(
  ctx: Asking,
  { kind, dueAt, reminders, urgent }: Pick<Directive, 'kind' | 'dueAt' | 'urgent'> & { reminders: unknown },
): Promise<string[]> {
  if (kind === 'notice' || !dueAt) return [ctx.t('preview.noReminders')];
  const plan = reminderPlan(ctx.runtime.settings);
  const steps = (reminders as ReminderSteps | null) ?? standardSteps;
  // The mornings of a plan that has them all are said in one word.
  const calendar = await findCalendar(ctx);
  const planned = planReminders({
    ...plan,
    ...{ calendar, urgent, dueAt },
    steps: { ...steps, eachMorning: false },
    from: ctx.now,
  });
  const times = planned
    .filter(({ step }) => step !== 'morning')
    .map(({ at }) => sayDeadline(ctx.t, at, plan.zone));
  const isNamed = steps.name === 'gentle' || steps.name === 'urgent';
  const name = isNamed ? ` ${ctx.t(`preview.plan.${steps.name}`)}` : '';
  const values = { plan: name, times: times.join('; '), morning: plan.rules.morning };
  const form = times.length === 0 ? 'remindersAfter' : steps.eachMorning ? 'remindersDaily' : 'reminders';
  return [ctx.t(`preview.${form}`, values)];
}
