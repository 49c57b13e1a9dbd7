import { officeHoursOf, reminderPlan } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { calendarOf } from '../core/calendar/calendar-book.js';
import { findMorning } from '../core/reminders/plan-reminders.js';
import { draftReminder, keyDraftReminder } from '../core/summary/draft-reminder.js';
import { loadCalendarBook } from '../store/calendar.js';
import type { Db } from '../store/db.js';
import { planOccurrences } from '../store/occurrences.js';

/** The office is to be reminded of this period's draft on the next working morning. */
export async function planDraftReminder(
  { settings }: Pick<Runtime, 'settings'>,
  db: Db,
  { period, round, now }: { period: string; round: number; now: Date },
): Promise<void> {
  const calendar = calendarOf(await loadCalendarBook(db, officeHoursOf(settings), []), null);
  const morning = findMorning({ ...reminderPlan(settings), calendar }, now);
  if (!morning) return; // no working day within a year: nobody is there to be reminded
  const key = keyDraftReminder(period, round);
  await planOccurrences(db, [{ key, kind: draftReminder, dueAt: morning.at }], now);
}
