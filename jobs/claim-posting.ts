import { reminderRules } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { leaveQuietHours } from '../core/reminders/plan-reminders.js';
import { claimOccurrence, findOccurrence, type Occurrence } from '../store/occurrences.js';

/** Gathering takes seconds; a claim older than this lost its process and is taken over. */
export const claimStaleMs = 60_000;
/** Later than this it was held up, and then it does not ring in the night. */
const onTimeMs = 15 * 60_000;

/** Takes what the calendar asked for, once; null when it is done, taken, or not to be said yet. */
export async function claimPosting(
  runtime: Runtime,
  key: string,
  now: Date,
): Promise<{ attempt: number; dueAt: Date } | null> {
  const seen = await findOccurrence(runtime.db, key);
  if (!seen || seen.doneAt || !isTimeToPost(runtime, seen, now)) return null;
  if (!(await claimOccurrence(runtime.db, seen, now))) return null;
  return { attempt: seen.attempts + 1, dueAt: seen.dueAt };
}

/** Whether it is due, nobody is at it, and the groups may be written to. */
function isTimeToPost(
  { settings }: Pick<Runtime, 'settings'>,
  { dueAt, claimedAt }: Occurrence,
  now: Date,
): boolean {
  if (dueAt > now) return false;
  if (claimedAt && now.getTime() - claimedAt.getTime() < claimStaleMs) return false;
  const isLate = now.getTime() - dueAt.getTime() > onTimeMs;
  return !isLate || leaveQuietHours(now, settings.ORG_TIME_ZONE, reminderRules(settings)) <= now;
}
