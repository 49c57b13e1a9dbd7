import { postingTimeOf, weekAfter, weekBefore, weekOf, type Weekday } from './week.js';

export interface Posting {
  period: string;
  dueAt: Date;
}

/** The settings that say when summaries are posted. */
export interface PostingRules {
  zone: string;
  weekday: Weekday;
  time: string;
}

/** A summary that is later than this is not posted any more. */
export const postLateMs = 3 * 24 * 3600_000;

/**
 * The postings that should stand in the ledger now: this week's, and last week's in case nothing ran then. A new
 * installation (`firstDueAt` null) begins with the next one to come, and nothing before its first is ever made up.
 */
export function planPostings(now: Date, firstDueAt: Date | null, rules: PostingRules): Posting[] {
  const { zone, weekday, time } = rules;
  const current = weekOf(now, zone);
  const postings = [weekBefore(current, zone), current, weekAfter(current, zone)].map((week) => ({
    period: week.period,
    dueAt: postingTimeOf(week, zone, weekday, time),
  }));
  if (firstDueAt === null) return postings.filter(({ dueAt }) => dueAt > now).slice(0, 1);
  return postings.slice(0, 2).filter(({ dueAt }) => dueAt >= firstDueAt);
}
