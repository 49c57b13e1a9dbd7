import { isFairlyLate, type Stop } from '../lateness/fair-lateness.js';

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
export function classify({ doneAt, dueAt, judgedAt, stops }: Judged): SummaryClass {
  const isDone = doneAt !== null && doneAt <= judgedAt;
  const at = isDone ? doneAt : judgedAt;
  const isLate = isFairlyLate(dueAt, at, stops);
  if (isDone) return isLate ? 'doneLate' : 'doneInTime';
  return isLate ? 'openOverdue' : 'openInTerm';
}

/** How many items are in each class. */
export function countClasses(items: readonly { class: SummaryClass }[]): Counts {
  const counts: Counts = { doneInTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 };
  for (const item of items) counts[item.class] += 1;
  return counts;
}

export const sumCounts = (counts: Counts): number =>
  summaryClasses.reduce((sum, name) => sum + counts[name], 0);
