import { foldText } from '../../text/fold.js';

const halfYearMs = 183 * 24 * 3600 * 1000;

/**
 * Whether a day without a year is so far behind now and the deadline that holds that last year's may be meant: `20/11`,
 * said in December.
 */
export function isFarOff(
  words: string,
  due: Date,
  { now, dueAt }: { now: Date; dueAt: Date | null },
): boolean {
  const from = Math.max(now.getTime(), dueAt?.getTime() ?? 0);
  return (
    due.getTime() - from > halfYearMs &&
    !/(?<!\d)20\d\d(?!\d)/.test(words) &&
    NAMES_MONTH.test(foldText(words))
  );
}

const NAMES_MONTH =
  /\d ?[-/.] ?\d|\bthang \d|\bthang (?:gieng|chap|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

const WEEKDAY =
  /^(?:(?:vao|den|het|truoc|sang|trua|chieu|toi|ngay|hom|by|on|until) |\d{1,2}(?:h|g|:)(?:\d{2})? )*(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:a|nhe|nha)| (?:luc )?\d{1,2}(?:h|g|:)(?:\d{2})?)*$/;

/** `thứ 2`, `chiều thứ 6`: a day of the week and no more, so that it may be one of any week. */
export const isWeekdayAlone = (words: string): boolean => WEEKDAY.test(foldText(words));
