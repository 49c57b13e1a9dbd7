import { DateTime } from 'luxon';

/** The office is warned when this share of a month's messages is used. */
const warnFrom = 0.8;

/** What stands around title and body in a directive: head, deadline, sender, ways to answer. */
const frameLength = 300;

/** A channel whose plan allows so many messages a month, both directions together. */
export interface MonthlyPlan {
  channel: string;
  /** What people call it. */
  platform: string;
  limit: number;
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
}

/** What sending something takes of a plan's month, and what is left of it. */
export interface UsageNeed {
  platform: string;
  need: number;
  left: number;
  limit: number;
}

/** The month a plan counts by, such as `2026-11`, in the organisation's zone. */
export function monthOf(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM');
}

/** When the next month begins and messages are free again. */
export function nextMonth(now: Date, zone: string): Date {
  return DateTime.fromJSDate(now, { zone }).plus({ months: 1 }).startOf('month').toJSDate();
}

/** Whether it is time to warn. A limit of 0 is none. */
export function isNearlyUsed(used: number, limit: number): boolean {
  return limit > 0 && used >= limit * warnFrom;
}

/** How many messages a directive takes in so many groups. */
export function countMessages(
  { title, body }: { title: string; body: string },
  groups: number,
  { textLimit }: Pick<MonthlyPlan, 'textLimit'>,
): number {
  return groups * Math.ceil((title.length + body.length + frameLength) / textLimit);
}
