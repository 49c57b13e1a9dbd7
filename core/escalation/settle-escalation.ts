import type { ReminderSubject } from '../reminders/plan-reminders.js';
import type { ReminderSteps } from '../reminders/reminder-steps.js';
import {
  leaveFreeTime,
  planEscalation,
  type EscalationDelays,
  type EscalationStep,
} from './plan-escalation.js';

/** How a unit stands: it said nothing, only that it received the thing, or enough to be left alone. */
export type Standing = 'silent' | 'received' | 'answering';

/** An assignment whose next step has come. */
export interface DueEscalation {
  id: number;
  /** The moment it was planned for: who claims it must still find this. */
  seen: Date;
  from: Date;
  dueAt: Date | null;
  steps: ReminderSteps;
  urgent: boolean;
  standing: Standing;
  /** Steps that were taken before: none is taken twice. */
  taken: readonly string[];
}

export interface EscalationMove {
  id: number;
  seen: Date;
  next: Date | null;
  /** Null: nothing to do at this moment. */
  step: EscalationStep | null;
}

/** A step that was held up leaves this much time before the next one. */
const apartMs = 3_600_000;

/**
 * Moves one assignment on along its chain: the first step that is due and was not taken, if the unit still owes it. The
 * chain ends for good with an answer.
 */
export function settleEscalation(
  item: DueEscalation,
  now: Date,
  plan: Pick<ReminderSubject, 'zone' | 'rules' | 'calendar'> & { delays: EscalationDelays },
): EscalationMove {
  const { id, seen, from, dueAt, steps, urgent, standing, taken } = item;
  if (standing === 'answering') return { id, seen, next: null, step: null };
  const subject = { ...plan, from, dueAt, steps, urgent };
  const awake = leaveFreeTime(subject, now);
  if (awake > now) return { id, seen, next: awake, step: null };
  const left = planEscalation(subject, plan.delays).filter(({ step }) => !taken.includes(step));
  const due = left.filter(({ at, step }) => at <= now && isWanted(step, item, now));
  const step = due[0]?.step ?? null;
  const following = left.filter((other) => other.step !== step && (other.at > now || due.includes(other)));
  const soonest = following[0]?.at ?? null;
  const next =
    soonest && soonest <= now ? leaveFreeTime(subject, new Date(now.getTime() + apartMs)) : soonest;
  return { id, seen, next, step };
}

/** Silent units are reminded at that moment anyway; behind the deadline a follow-up says nothing that the lead does not hear. */
function isWanted(step: EscalationStep, { standing, dueAt }: DueEscalation, now: Date): boolean {
  return step !== 'follow-up' || (standing === 'received' && dueAt !== null && now < dueAt);
}
