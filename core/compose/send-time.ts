import { DateTime } from 'luxon';
import { readDeadline, type DeadlineContext, type DeadlineReading } from '../deadline/read-deadline.js';
import { foldText } from '../text/fold.js';

/** A part of the day without an hour: a deadline means its end, a time of sending its beginning. */
const parts: readonly [RegExp, string | null][] = [
  [/\b(?:sang|morning)\b/, null],
  [/\b(?:trua|noon)\b/, '11:00'],
  [/\b(?:chieu|afternoon)\b/, '13:30'],
  [/\b(?:toi|evening)\b/, '18:00'],
];
const hasHour = /\d\s*(?:[hg](?![a-z])|:|gio\b|am\b|pm\b)/;

/** Reads a time of sending in the words of a deadline. A day without an hour means its morning, `at.morning`. */
export function readSendTime(
  text: string,
  at: Required<DeadlineContext> & { morning: string },
): DeadlineReading {
  const part = readSendPart(text, at.morning);
  // Said at ten, this afternoon is ahead though the day's beginning is not.
  const reading = readDeadline(text, { ...at, calendar: { ...at.calendar, workUntil: part ?? at.morning } });
  if (reading.due === null || part === null) return reading;
  const [hour = 0, minute = 0] = part.split(':').map(Number);
  const day = DateTime.fromJSDate(reading.due, { zone: at.zone });
  const due = day.set({ hour, minute, second: 0, millisecond: 0 }).toJSDate();
  return due > at.now ? { due, reason: null } : { due: null, reason: 'past' };
}

/** When the part of the day begins that the words name without an hour, `13:30`; null when they name none. */
export function readSendPart(text: string, morning: string): string | null {
  const words = foldText(text);
  const part = hasHour.test(words) ? undefined : parts.find(([pattern]) => pattern.test(words));
  return part ? (part[1] ?? morning) : null;
}
