import { hour } from '../types.js';
import { free } from './calendar.js';
import type { EscalationStep } from './plan.js';
import { isOver, type Part, type Unit } from './state.js';

export interface Fired {
  part: Part;
  step: EscalationStep;
}

/** Takes the part's next step if its time has come, and says which; null when nobody is to be told now. */
export function escalate(part: Part, now: number): EscalationStep | null {
  if (part.chainAt === null || part.chainAt > now) return null;
  part.chainAt = null;
  if (isOver(part) || (part.standing !== 'silent' && part.standing !== 'received')) return null;
  const { place } = part.unit;
  const working = free(now, place);
  if (working > now) {
    part.chainAt = working;
    return null;
  }
  const left = part.chain.filter(({ step }) => !part.taken.has(step));
  const due = left.filter(({ step, at }) => at <= now && (step !== 'follow-up' || isAsked(part, now)));
  const later = left.filter(({ at }) => at > now);
  const [first, ...held] = due;
  // What was held up leaves an hour between the steps.
  if (held.length > 0) part.chainAt = free(now + hour, place);
  else part.chainAt = later[0]?.at ?? null;
  if (!first) return null;
  part.taken.add(first.step);
  return first.step;
}

/** A unit that only said "received" is asked once before the deadline; a silent one is recalled anyway. */
const isAsked = ({ standing, due }: Part, now: number): boolean =>
  standing === 'received' && due !== null && now < due;

/** Where a step goes: the chat, and whose name is said there. */
export interface Address {
  chat: string;
  named: string | null;
}

export function addressOf({ part, step }: Fired, units: ReadonlyMap<string, Unit>): Address | null {
  const { unit, work } = part;
  switch (step) {
    case 'follow-up':
      return unit.isReached ? { chat: unit.code, named: null } : null;
    case 'lead':
      return leadOf(unit);
    case 'parent': {
      const above = leadAbove(unit, units);
      return above && leadOf(above);
    }
    case 'issuer':
      return { chat: work.place, named: null };
  }
}

/** In private where the lead ever wrote to the bot, else by name in the group, unless the group does not want that. */
function leadOf(unit: Unit): Address | null {
  if (unit.lead === 'private') return { chat: `lead ${unit.code}`, named: null };
  if (unit.lead === 'named' && unit.naming && unit.isReached) return { chat: unit.code, named: unit.code };
  return null;
}

/** The nearest unit above that has a lead. */
export function leadAbove(unit: Unit, units: ReadonlyMap<string, Unit>): Unit | null {
  for (let at = unit.parent; at !== null; at = units.get(at)!.parent)
    if (units.get(at)!.lead) return units.get(at)!;
  return null;
}
