import { measureFairLateness, type Lateness, type Stop } from '../lateness/fair-lateness.js';

/** The four official classes. Every item that counts is in exactly one. */
export const summaryClasses = ['doneInTime', 'doneLate', 'openInTerm', 'openOverdue'] as const;
export type SummaryClass = (typeof summaryClasses)[number];

export type Counts = Record<SummaryClass, number>;

/** `judgedAt`: the end of the period, or when the directive was closed before it: nothing gets overdue afterwards. */
export interface Judged {
  doneAt: Date | null;
  dueAt: Date | null;
  judgedAt: Date;
  /** When the unit's clock stood still. */
  stops?: readonly Stop[];
}

/** In time until the deadline's very moment, and while all the lateness is ours; without a deadline nothing is late. */
export const classify = (judged: Judged): SummaryClass => judge(judged).class;

/** The class, and by how much it is late by the calendar: null in time. */
export function judge({ doneAt, dueAt, judgedAt, stops = [] }: Judged): {
  class: SummaryClass;
  lateness: Lateness | null;
} {
  const isDone = doneAt !== null && doneAt <= judgedAt;
  const lateness = measureFairLateness(dueAt, isDone ? doneAt : judgedAt, stops);
  const isLate = lateness !== null && lateness.totalMs > lateness.oursMs;
  const name = isDone ? (isLate ? 'doneLate' : 'doneInTime') : isLate ? 'openOverdue' : 'openInTerm';
  return { class: name, lateness };
}

/** How many items are in each class. */
export function countClasses(items: readonly { class: SummaryClass }[]): Counts {
  const counts: Counts = { doneInTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 };
  for (const item of items) counts[item.class] += 1;
  return counts;
}

export const sumCounts = (counts: Counts): number =>
  summaryClasses.reduce((sum, name) => sum + counts[name], 0);
