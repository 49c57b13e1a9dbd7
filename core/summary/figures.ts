import { summaryClasses, sumCounts, type Counts } from './classify.js';
import type { PeriodCounts, SummaryContent, SummaryDirective, SummaryItem } from './summary-content.js';

/** Shares of the whole, 0 to 1; null where there is nothing to divide by. */
export interface Rates {
  /** Done of all. */
  done: number | null;
  /** Done in time of what was done or had fallen due. */
  inTime: number | null;
}

export function ratesOf(counts: Counts): Rates {
  const done = counts.doneInTime + counts.doneLate;
  const fallen = done + counts.openOverdue;
  return { done: share(done, sumCounts(counts)), inTime: share(counts.doneInTime, fallen) };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** What all units of a period came to; null when there is nothing. */
export function totalCounts(period: PeriodCounts | null | undefined): Counts | null {
  if (!period) return null;
  const sum: Counts = { doneInTime: 0, doneLate: 0, openInTerm: 0, openOverdue: 0 };
  for (const { counts } of period.units) for (const name of summaryClasses) sum[name] += counts[name];
  return sumCounts(sum) === 0 ? null : sum;
}

/** How long units took from the directive to their first answer. */
export interface ResponseTimes {
  count: number;
  medianMs: number;
  /** Nine in ten were as quick as this. */
  slowMs: number;
}

type Answered = Pick<SummaryItem, 'directiveId' | 'answeredAt'>;

/** Of the items of these that were answered; null when none was. */
export function responseTimes({
  directives,
  items,
}: {
  directives: readonly Pick<SummaryDirective, 'id' | 'sentAt'>[];
  items: readonly Answered[];
}): ResponseTimes | null {
  return timesOf(items, sentTimes(directives));
}

/** When each directive was sent, in milliseconds, by its id. */
export const sentTimes = (
  directives: readonly Pick<SummaryDirective, 'id' | 'sentAt'>[],
): ReadonlyMap<number, number> => new Map(directives.map(({ id, sentAt }) => [id, Date.parse(sentAt)]));

/** How long the answers to directives sent at these times took. */
export function timesOf(
  items: readonly Answered[],
  sentAt: ReadonlyMap<number, number>,
): ResponseTimes | null {
  const times: number[] = [];
  for (const { answeredAt, directiveId } of items)
    if (answeredAt !== null) times.push(Math.max(0, answeredAt - (sentAt.get(directiveId) ?? NaN)));
  if (times.length === 0) return null;
  times.sort((a, b) => a - b);
  return { count: times.length, medianMs: rankOf(times, 0.5), slowMs: rankOf(times, 0.9) };
}

/** The value that this share of a sorted list does not exceed. */
function rankOf(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]!;
}

export interface Completeness {
  read: number;
  corrected: number;
  unread: number;
}

/** How the replies of the period were read. */
export function completenessOf({ readings }: Pick<SummaryContent, 'readings'>): Completeness {
  const sum = { read: 0, corrected: 0, unread: 0 };
  for (const { read, corrected, unread } of readings) {
    sum.read += read;
    sum.corrected += corrected;
    sum.unread += unread;
  }
  return sum;
}

export interface Certificate {
  sent: number;
  failed: number;
  uncertain: number;
  waiting: number;
}

/** How the directives of the period went out. */
export function certificateOf({ deliveries }: Pick<SummaryContent, 'deliveries'>): Certificate {
  const sum = { sent: 0, failed: 0, uncertain: 0, waiting: 0 };
  for (const unit of deliveries)
    for (const state of ['sent', 'failed', 'uncertain', 'waiting'] as const) sum[state] += unit[state];
  return sum;
}
