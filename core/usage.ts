import { DateTime } from 'luxon';

/** The office is warned when this share of a month's messages is used. */
const warnFrom = 0.8;

/** The month a plan counts by, such as `2026-11`, in the organisation's zone. */
export function monthOf(now: Date, zone: string): string {
  return DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM');
}

/** Whether it is time to warn. A limit of 0 is none. */
export function isNearlyUsed(used: number, limit: number): boolean {
  return limit > 0 && used >= limit * warnFrom;
}
