import {
  periodAfter,
  periodBefore,
  periodOf,
  postingTimeAfter,
  postingTimeOf,
  type CalendarKind,
  type Period,
  type PeriodPlace,
  type Weekday,
} from './period.js';

export interface Posting {
  period: string;
  dueAt: Date;
}

/** The settings that say when summaries are posted. `weekday`: of the week's; the others are posted after their end. */
export interface PostingRules {
  place: PeriodPlace;
  weekday: Weekday;
  time: string;
}

/** A summary that is later than this is not posted any more. */
export const postLateMs = 3 * 24 * 3600_000;

/**
 * The postings of one kind that should stand in the ledger now: the latest ones, in case nothing ran then. A new
 * installation (`firstDueAt` null) begins with the next one to come, and nothing before its first is ever made up.
 */
export function planPostings(
  kind: CalendarKind,
  now: Date,
  firstDueAt: Date | null,
  rules: PostingRules,
): Posting[] {
  const { place, weekday, time } = rules;
  const current = periodOf(kind, now, place) as Period & { kind: CalendarKind };
  const postings = [periodBefore(current, place)!, current, periodAfter(current, place)].map((period) => ({
    period: period.period,
    dueAt:
      kind === 'week' ? postingTimeOf(period, place, weekday, time) : postingTimeAfter(period, place, time),
  }));
  if (firstDueAt === null) return postings.filter(({ dueAt }) => dueAt > now).slice(0, 1);
  return postings.slice(0, kind === 'week' ? 2 : 1).filter(({ dueAt }) => dueAt >= firstDueAt);
}
