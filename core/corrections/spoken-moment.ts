import { DateTime } from 'luxon';

/** What was typed for a unit, with the moment it was said at where one is named. */
export interface Spoken {
  words: string;
  /** Null: now. */
  at: Date | null;
  problem: 'impossible' | 'future' | null;
}

const ending =
  /(?:^|\s)(?:lúc|luc|at)\s+(\d{1,2})[:hg](\d{2})?(?:\s+(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?)?[.\s]*$/iu;

/**
 * Takes `lúc 16:50` or `at 16:50 24/11` off the end of an answer that was phoned in earlier. Without a day it is
 * today, without a year the present one.
 */
export function takeMoment(text: string, now: Date, zone: string): Spoken {
  const found = ending.exec(text);
  if (!found) return { words: text.trim(), at: null, problem: null };
  const words = text.slice(0, found.index).trim();
  const today = DateTime.fromJSDate(now, { zone });
  const [, hour, minute = '0', day, month, year] = found;
  const at = DateTime.fromObject(
    {
      year: Number(year ?? today.year),
      month: Number(month ?? today.month),
      day: Number(day ?? today.day),
      hour: Number(hour),
      minute: Number(minute),
    },
    { zone },
  );
  if (!at.isValid) return { words, at: null, problem: 'impossible' };
  if (at.toMillis() > now.getTime()) return { words, at: null, problem: 'future' };
  return { words, at: at.toJSDate(), problem: null };
}
