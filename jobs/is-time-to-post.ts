import { reminderRules } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { leaveQuietHours } from '../core/reminders/plan-reminders.js';
import type { Occurrence } from '../store/occurrences.js';

/** Gathering takes seconds; a claim older than this lost its process and is taken over. */
export const claimStaleMs = 60_000;
/** Later than this it was held up, and then it does not ring in the night. */
const onTimeMs = 15 * 60_000;

/** Whether what the calendar asked for is due, nobody is at it, and the groups may be written to. */
export function isTimeToPost(
  { settings }: Pick<Runtime, 'settings'>,
  { dueAt, claimedAt }: Occurrence,
  now: Date,
): boolean {
  if (dueAt > now) return false;
  if (claimedAt && now.getTime() - claimedAt.getTime() < claimStaleMs) return false;
  const isLate = now.getTime() - dueAt.getTime() > onTimeMs;
  return !isLate || leaveQuietHours(now, settings.ORG_TIME_ZONE, reminderRules(settings)) <= now;
}
