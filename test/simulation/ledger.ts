import type { Run } from './run.js';
import { hour, type Message, type UnitPlan } from './types.js';

/** What an obligation is, for whoever checks the ledger: from the words that the office gave. */
export interface Obligation {
  key: string;
  unit: string;
  due: number;
  urgent: boolean;
  /** Its deadline was moved or it was excused: then the checks that need one deadline leave it out. */
  isMoved: boolean;
  /** When it was closed or cancelled. */
  endedAt: number;
}

/** A ledger and what is known about it; no rule of the model's. */
export interface Ledger extends Pick<Run, 'plans' | 'seen' | 'done' | 'stops' | 'end'> {
  obligations: readonly Obligation[];
}

export const keysOf = (what: string): string[] =>
  what.startsWith('reminder: ') ? what.slice(10).split(' | ') : [];

export const isReminder = ({ what }: Message) => what.startsWith('reminder: ');
export const isNamed = ({ what }: Message) => / by name /.test(what);

export function unitsOf({ plans }: Ledger): Map<string, UnitPlan> {
  return new Map(plans.map((plan) => [plan.code, plan]));
}

/** Somebody asked for it, by day where they are: abroad it waits for the end of the night. */
export function isAsked({ done }: Ledger, { at, what }: Message): boolean {
  const keys = keysOf(what);
  return done.some(
    ({ at: asked, deed }) =>
      deed.do === 'remind' && keys.includes(deed.key) && at >= asked && at - asked < 12 * hour,
  );
}

/** The unit's present group: a new one has heard nothing yet. */
export function groupOf({ done }: Ledger, { at, chat }: Message): string {
  const moves = done.filter(
    ({ at: moved, deed }) => deed.do === 'rebind' && deed.unit === chat && moved <= at,
  );
  return `${chat} ${moves.length}`;
}
