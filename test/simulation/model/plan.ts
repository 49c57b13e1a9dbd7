import { hour, minute, type Steps } from '../types.js';
import { free, lastFree, nextMorning, type Place } from './calendar.js';

/** What a unit owes. `from`: since when it knows of this deadline. */
export interface Duty {
  from: number;
  due: number;
  steps: Steps;
  urgent: boolean;
  place: Place;
}

/** Recalls of one part closer together than this are one. */
export const together = 15 * minute;

/** Recalls of several parts closer together than this are one message; what the group got in that time is not recalled with them. */
export const along = 30 * minute;

/** When a unit that stays silent is recalled, up to the deadline and at it; the mornings behind it follow by themselves. */
export function planRecalls(duty: Duty): number[] {
  const { from, due, steps, urgent, place } = duty;
  const before = steps.before.map((ms) => due - ms).filter((at) => at > from);
  const wanted = before.flatMap((at) => recallAt(duty, at));
  if (steps.eachMorning)
    for (let at = nextMorning(from, place); at < due; at = nextMorning(at, place)) wanted.push(at);
  // There is always one before the deadline, unless the directive itself came within the last hour.
  if (wanted.length === 0 && from <= due - hour) wanted.push(...recallAt(duty, due - 30 * minute));
  if (steps.atDue && due > from) wanted.push(free(due, place, urgent));
  return [...new Set(wanted)].sort((a, b) => a - b);
}

/** As planned, or when the night or the days off are over; where that is behind the deadline, before they begin. */
function recallAt({ from, due, urgent, place }: Duty, at: number): number[] {
  const later = free(at, place, urgent);
  if (later < due) return [later];
  return lastFree(at, place, urgent)
    .filter((earlier) => earlier > from)
    .slice(0, 1);
}

/** The first recall behind a moment. */
export function nextRecall(duty: Duty, planned: readonly number[], after: number): number {
  const next = planned.find((at) => at > after);
  return next ?? nextMorning(Math.max(after, duty.due), duty.place);
}

export const escalationSteps = ['follow-up', 'lead', 'parent', 'issuer'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** Who hears of silence when: two hours, a day and another day behind the deadline; working time only. */
export function planChain(
  { due, place }: Duty,
  planned: readonly number[],
): { step: EscalationStep; at: number }[] {
  const lastCall = planned.findLast((at) => at < due);
  const lead = free(due + 2 * hour, place);
  const parent = free(lead + 24 * hour, place);
  const issuer = free(parent + 24 * hour, place);
  return [
    ...(lastCall === undefined ? [] : [{ step: 'follow-up' as const, at: lastCall }]),
    { step: 'lead', at: lead },
    { step: 'parent', at: parent },
    { step: 'issuer', at: issuer },
  ];
}
