import { DateTime } from 'luxon';
import {
  findMorning,
  leaveQuietHours,
  planReminders,
  type ReminderSubject,
} from '../reminders/plan-reminders.js';

/** Who hears of an obligation that nobody answers, in this order. `follow-up`: the unit itself, when it only said "received". */
export const escalationSteps = ['follow-up', 'lead', 'parent', 'issuer'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** How long behind the deadline the lead hears, then how long behind the step before it each of the others. */
export type EscalationDelays = Record<Exclude<EscalationStep, 'follow-up'>, number>;

export interface PlannedEscalation {
  step: EscalationStep;
  at: Date;
}

/** Every step of the chain with its moment, in order; none without a deadline. The follow-up falls on the last call. */
export function planEscalation(subject: ReminderSubject, delays: EscalationDelays): PlannedEscalation[] {
  const { dueAt } = subject;
  if (!dueAt) return [];
  const lastCall = planReminders(subject).findLast(({ at }) => at < dueAt);
  const planned: PlannedEscalation[] = lastCall ? [{ step: 'follow-up', at: lastCall.at }] : [];
  let before = dueAt;
  for (const step of ['lead', 'parent', 'issuer'] as const) {
    before = leaveFreeTime(subject, new Date(before.getTime() + delays[step]));
    planned.push({ step, at: before });
  }
  return planned;
}

/** The same moment, or the next working morning: nobody is called to account on a day off or in the night. */
export function leaveFreeTime(subject: Pick<ReminderSubject, 'zone' | 'rules' | 'calendar'>, at: Date): Date {
  const { zone, rules, calendar } = subject;
  const awake = leaveQuietHours(at, zone, rules);
  const isWorked = calendar.isWorkingDay(DateTime.fromJSDate(awake, { zone }).toISODate() ?? '');
  return isWorked ? awake : (findMorning(subject, awake)?.at ?? awake);
}
