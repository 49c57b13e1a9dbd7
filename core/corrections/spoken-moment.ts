import { DateTime } from 'luxon';
import { foldText } from '../text/fold.js';

/** What was typed for a unit, with the moment it was said at where one is named. */
export interface Spoken {
  words: string;
  /** Null: now. */
  at: Date | null;
  problem: 'impossible' | 'future' | null;
}

/** What may be a moment: `lúc` and what stands behind it at the end. */
const ending = /(?:^|\s)(?:lúc|luc|at)\s+(\d.{0,40})$/iu;
const moment =
  /^(?<hour>\d{1,2})(?:(?: ?(?:h|g|gio)|[:.]) ?(?<minute>\d{1,2})?(?: ?phut)?)(?: (?<part>sang|trua|chieu|toi))?(?: (?:hom |ngay )?(?:(?<ago>nay|qua|kia|today|yesterday)|(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\/(?<year>\d{4}))?))?[. ]*$/;
const daysAgo: Record<string, number> = { nay: 0, today: 0, qua: 1, yesterday: 1, kia: 2 };

/**
 * Takes `lúc 16:50`, `at 16:50 24/11` or `lúc 4h chiều hôm qua` off the end of an answer that was phoned in earlier. Without
 * a day it is today, without a year the present one.
 */
export function takeMoment(text: string, now: Date, zone: string): Spoken {
  const found = ending.exec(text);
  if (!found) return { words: text.trim(), at: null, problem: null };
  const words = text.slice(0, found.index).trim();
  const said = moment.exec(foldText(found[1]!))?.groups;
  // A moment that is not understood must not become `now`.
  const at = said && momentOf(said, DateTime.fromJSDate(now, { zone }));
  if (!at?.isValid) return { words, at: null, problem: 'impossible' };
  if (at.toMillis() > now.getTime()) return { words, at: null, problem: 'future' };
  return { words, at: at.toJSDate(), problem: null };
}

function momentOf(said: Record<string, string | undefined>, today: DateTime): DateTime {
  const { part = '', minute = '0', ago = 'nay', day, month, year } = said;
  const hour = Number(said.hour);
  const isLater = hour < 12 && (part === 'chieu' || part === 'toi' || (part === 'trua' && hour < 10));
  const date = day === undefined ? today.minus({ days: daysAgo[ago]! }) : today;
  return DateTime.fromObject(
    {
      year: Number(year ?? date.year),
      month: Number(month ?? date.month),
      day: Number(day ?? date.day),
      hour: isLater ? hour + 12 : hour,
      minute: Number(minute),
    },
    { zone: today.zone },
  );
}
