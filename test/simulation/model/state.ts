import type { Given, Recurring, UnitPlan } from '../types.js';
import type { Place } from './calendar.js';
import { nextRecall, planChain, planRecalls, type Duty, type EscalationStep } from './plan.js';

/** What the model knows of a unit. `group` counts the unit's groups: a new one has got nothing of what the old one had. */
export interface Unit extends UnitPlan {
  place: Place & { leaves: { firstDay: string; lastDay: string }[] };
  isReached: boolean;
  group: number;
  /** Parts that may still need something, those that are over are dropped now and then. */
  parts: Part[];
}

/** Something that was sent. `key`: what it is called, also where it comes round. */
export interface Work {
  key: string;
  kind: Given['kind'];
  urgent: boolean;
  steps: Given['steps'];
  place: Given['place'];
  openedAt: number;
  state: 'open' | 'closed' | 'cancelled';
  parts: Map<string, Part>;
  /** The groups that have it, as `CODE 2`. */
  copies: Set<string>;
}

/** One unit's part of it. `standing`: how the unit stands towards it; `answeredAt`: it is recalled no more from then on. */
export interface Part {
  work: Work;
  unit: Unit;
  standing: 'silent' | 'received' | 'answering' | 'done';
  isExcused: boolean;
  due: number | null;
  duty: Duty | null;
  planned: readonly number[];
  /** Up to then recalls are settled. */
  settledTo: number;
  /** A recall that waits for the end of the night or of the days off. */
  heldTo: number | null;
  chain: { step: EscalationStep; at: number }[];
  taken: Set<EscalationStep>;
  chainAt: number | null;
}

export const isOver = ({ work, isExcused }: Part): boolean => work.state !== 'open' || isExcused;
/** Whether it is recalled at all. */
export const owes = (part: Part): boolean => part.standing === 'silent' && !isOver(part);
export const isFinished = (part: Part): boolean => part.standing === 'done' || isOver(part);

export const copyOf = ({ code, group }: Unit): string => `${code} ${group}`;

const plans = new Map<string, readonly number[]>();

/** The unit's deadline and all that follows from it, anew from this moment. */
export function plan(part: Part, due: number | null, from: number): void {
  const { work, unit } = part;
  const duty = due === null ? null : { from, due, steps: work.steps, urgent: work.urgent, place: unit.place };
  const planned = duty ? lookUp(duty) : [];
  const chain = duty ? planChain(duty, planned) : [];
  Object.assign(part, { due, duty, planned, chain, settledTo: from, heldTo: null });
  part.chainAt = chain.find(({ at }) => at > from)?.at ?? null;
}

/** The calendar has changed: what is still to come follows it. The next look at the chain comes when it would have come. */
export function replan(part: Part): void {
  if (!part.duty) return;
  part.planned = lookUp(part.duty);
  part.chain = planChain(part.duty, part.planned);
}

function lookUp(duty: Duty): readonly number[] {
  const key = JSON.stringify(duty);
  const planned = plans.get(key) ?? planRecalls(duty);
  plans.set(key, planned);
  return planned;
}

/** When the part is recalled next; null when it is not any more. */
export function recallAt(part: Part): number | null {
  if (!part.duty || !owes(part)) return null;
  return part.heldTo ?? nextRecall(part.duty, part.planned, part.settledTo);
}

/** A recurring request with its next openings. */
export interface Recurrence {
  request: Recurring;
  openings: { isoDate: string; at: number; due: number }[];
}
