import { awake, dateOf, free, isWorked } from './calendar.js';
import { along, nextRecall, together } from './plan.js';
import { owes, recallAt, type Part, type Unit } from './state.js';

/** One message to a unit's group about all that is to be recalled now. `lastCalls`: not recalled again before their deadline. */
export interface Recall {
  unit: Unit;
  parts: Part[];
  lastCalls: Part[];
}

/** What the unit is recalled of at this moment; null when nothing. What comes within half an hour is taken along. */
export function recall(unit: Unit, now: number): Recall | null {
  const moments = new Map(unit.parts.map((part) => [part, recallAt(part)]));
  const until = (limit: number) =>
    unit.parts.filter((part) => moments.get(part) !== null && moments.get(part)! <= limit);
  const due = until(now);
  if (due.length === 0) return null;
  const risen = awake(now, unit.zone);
  if (risen > now) {
    for (const part of due) part.heldTo = risen;
    return null;
  }
  const isOld = ({ work }: Part) => now - work.openedAt >= along;
  const parts = until(now + along - 1)
    .filter((part) => due.includes(part) || isOld(part))
    .filter((part) => take(part, moments.get(part)!, now));
  const lastCalls = parts.filter(isLastCall(now));
  return parts.length === 0 ? null : { unit, parts, lastCalls };
}

/** Settles the recall that has come. Whether the unit hears of it. */
function take(part: Part, at: number, now: number): boolean {
  const { unit, work, due } = part;
  const worked = free(now, unit.place, work.urgent);
  if (worked > now) {
    part.heldTo = worked;
    return false;
  }
  // A working morning's recall that was missed is not made good on a day off.
  const isLateMorning = now - at > together && at > awake(due!, unit.zone);
  const isTold = !isLateMorning || isWorked(dateOf(now, unit.zone), unit.place);
  part.heldTo = null;
  part.settledTo = Math.max(at, now) + (isTold ? together : 0);
  return isTold;
}

const isLastCall =
  (now: number) =>
  ({ duty, due, planned, settledTo }: Part): boolean =>
    due! > now && nextRecall(duty!, planned, settledTo) >= due!;

/** All that the unit owes an answer to, with or without a deadline. */
export const listOwed = (unit: Unit): Part[] => unit.parts.filter(owes);

/** The next moment at which the unit is recalled of something. */
export function nextOf(unit: Unit): number | null {
  const moments = unit.parts.flatMap((part) => recallAt(part) ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}
