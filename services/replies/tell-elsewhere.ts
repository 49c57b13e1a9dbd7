import { reminderPlan } from '../../config/rules.js';
import { findMorning } from '../../core/reminders/plan-reminders.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import { queueElsewhere } from '../../store/sides.js';
import type { Deed } from '../deed.js';
import { findCalendar } from '../office-calendar.js';
import type { OpenTarget } from './taken.js';

/**
 * The first valid answer counts for the whole unit. Its groups on other channels are told when they would have been
 * reminded, or on the next working morning where no reminder was planned.
 */
export async function tellElsewhere(ctx: Deed, target: OpenTarget, next: AnswerState): Promise<void> {
  if (!target.hasOtherGroup || target.answeredAt !== null || next.answeredAt === null) return;
  const { db, chat, now } = ctx;
  const { assignmentId, nextReminderAt } = target;
  await queueElsewhere(db, {
    assignmentId,
    chatId: chat.id,
    at: nextReminderAt ?? (await nextMorning(ctx)),
    now,
  });
}

async function nextMorning(ctx: Deed): Promise<Date> {
  const calendar = await findCalendar(ctx);
  return findMorning({ ...reminderPlan(ctx.runtime.settings), calendar }, ctx.now)?.at ?? ctx.now;
}
