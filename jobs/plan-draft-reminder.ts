import { reminderPlan } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { findMorning } from '../core/reminders/plan-reminders.js';
import { draftReminder, keyDraftReminder } from '../core/summary/draft-reminder.js';
import { loadCalendar } from '../store/calendar.js';
import type { Db } from '../store/db.js';
import { planOccurrences } from '../store/occurrences.js';

/** The office is to be reminded of this period's draft on the next working morning. */
export async function planDraftReminder(
  { settings }: Pick<Runtime, 'settings'>,
  db: Db,
  { period, round, now }: { period: string; round: number; now: Date },
): Promise<void> {
  const plan = reminderPlan(settings);
  const morning = findMorning({ ...plan, calendar: await loadCalendar(db, plan.hours, null) }, now);
  if (!morning) return; // no working day within a year: nobody is there to be reminded
  const key = keyDraftReminder(period, round);
  await planOccurrences(db, [{ key, kind: draftReminder, dueAt: morning.at }], now);
}
