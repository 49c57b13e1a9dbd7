import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { DateTime } from 'luxon';
import { findNextReminder, leaveQuietHours, leaveRest, type ReminderRules } from './plan-reminders.js';
import type { ReminderSteps } from './reminder-steps.js';

/** Two steps of one assignment this close together are one; a reminder later than this was missed. */
export const bundleMs = 15 * 60_000;

/**
 * Reminders of a unit that are closer together than this are one message, the later ones come early. Just below half an
 * hour: the last call of one deadline and the next deadline itself keep their moments.
 */
export const alongMs = 30 * 60_000;

/** An assignment whose reminder is due, or will be within `alongMs`. All of one unit. */
export interface DueReminder {
  id: number;
  /** The moment it was planned for: who claims it must still find this. */
  seen: Date;
  /** When the directive went out. */
  from: Date;
  dueAt: Date | null;
  steps: ReminderSteps;
  urgent: boolean;
  /** False once it was answered, cancelled, or its directive closed. */
  owes: boolean;
  /** It asked for more time and waits for the issuer, who is reminded in its place. */
  isWaiting: boolean;
}

/** What becomes of one of them: its next moment (null: none), and whether the group is reminded of it now. */
export interface ReminderMove {
  id: number;
  seen: Date;
  next: Date | null;
  isReminded: boolean;
  /** The moment has come, and it is the issuer who owes an answer. */
  isForIssuer: boolean;
  /** No other reminder comes before the deadline: the budget does not hold this one back. */
  isLastCall: boolean;
}

interface UnitPlan {
  rules: ReminderRules;
  calendar: WorkingCalendar;
  zone: string;
}

/**
 * Moves a unit's due reminders on. Nothing moves while none is due. In quiet hours they wait for the end of these, on days off for
 * the next working morning unless they are urgent. What
 * was missed is made good once, however many steps it was: the next one comes from the plan.
 */
export function settleReminders(due: readonly DueReminder[], now: Date, plan: UnitPlan): ReminderMove[] {
  if (!due.some(({ seen }) => seen <= now)) return [];
  const awake = leaveQuietHours(now, plan.zone, plan.rules);
  if (awake > now)
    return due
      .filter(({ seen, owes }) => seen <= now || !owes)
      .map(({ id, seen, owes }) => ({ id, seen, next: owes ? awake : null, ...notReminded }));
  return due.filter((item) => isTaken(item, now)).map((item) => moveOn(item, now, plan));
}

/** What came itself a moment ago is not recalled because something else is. */
function isTaken({ seen, from }: DueReminder, now: Date): boolean {
  const [ahead, known] = [seen.getTime() - now.getTime(), now.getTime() - from.getTime()];
  return ahead <= 0 || (ahead < alongMs && known >= alongMs);
}

const notReminded = { isReminded: false, isForIssuer: false, isLastCall: false };

function moveOn(item: DueReminder, now: Date, plan: UnitPlan): ReminderMove {
  const { id, seen, from, dueAt, steps, urgent, owes, isWaiting } = item;
  if (!owes) return { id, seen, next: null, ...notReminded };
  const worked = leaveRest(now, { ...plan, urgent });
  if (worked > now) return { id, seen, next: worked, ...notReminded };
  const latest = Math.max(seen.getTime(), now.getTime());
  const isSaid = isSensible(item, now, plan);
  const isReminded = isSaid && !isWaiting;
  // A step that follows within minutes would say the same again.
  const after = new Date(latest + (isSaid ? bundleMs : 0));
  const next = findNextReminder({ from, dueAt, steps, urgent, ...plan }, after)?.at ?? null;
  const isBefore = dueAt !== null && now < dueAt;
  return {
    id,
    seen,
    next,
    isReminded,
    isForIssuer: isSaid && isWaiting,
    isLastCall: isReminded && isBefore && (next === null || next >= dueAt),
  };
}

/** A working morning's reminder that was missed is not made good on a day off. */
function isSensible({ seen, dueAt }: DueReminder, now: Date, { rules, calendar, zone }: UnitPlan): boolean {
  const isMissed = now.getTime() - seen.getTime() > bundleMs;
  const isMorning = dueAt !== null && seen > leaveQuietHours(dueAt, zone, rules);
  if (!isMissed || !isMorning) return true;
  return calendar.isWorkingDay(DateTime.fromJSDate(now, { zone }).toISODate() ?? '');
}
