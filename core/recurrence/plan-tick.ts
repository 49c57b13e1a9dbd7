import { listOpenings, type Period, type RecurrencePlace, type RecurrenceRule } from './periods.js';

/** What a tick makes of a recurrence whose next period is due. */
export interface Tick {
  /** The one that opens now, on time or late; null when none does. */
  opens: Period | null;
  /** Came due while nothing ran, and are too late now, oldest first. */
  missed: Period[];
  /** The next one to come; null when the rhythm names no day any more. */
  next: Period | null;
}

/** A year of working days: who slept longer is not told of each. */
const missedAtMost = 260;

/**
 * Goes through the periods from the one that was planned on. Of those that are due only the latest opens, and only
 * within `lateMs` of its time. The calendar may have changed since it was planned: then another may be next.
 */
export function planTick(
  rule: RecurrenceRule,
  place: RecurrencePlace,
  planned: { after: string | null; now: Date; lateMs: number },
): Tick {
  const { after, now, lateMs } = planned;
  const due: Period[] = [];
  let next: Period | null = null;
  for (const period of listOpenings(rule, place, { after, now: null })) {
    if (period.opensAt > now) {
      next = period;
      break;
    }
    due.push(period);
    if (due.length > missedAtMost) due.shift();
  }
  const latest = due.at(-1);
  const opens = latest && now.getTime() - latest.opensAt.getTime() <= lateMs ? latest : null;
  return { opens, missed: opens ? due.slice(0, -1) : due, next };
}
