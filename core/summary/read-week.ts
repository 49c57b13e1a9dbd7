import { DateTime } from 'luxon';
import { foldText } from '../text/fold.js';
import { weekAfter, weekBefore, weekByNumber, weekOf, type Week } from './week.js';

const isoWeek = /^(\d{4})-?w(\d{1,2})$/;
const weekNumber = /^(?:tuan|week|w)? ?(?:thu |so )?(\d{1,2})(?:[/ ,-]+(?:nam |year )?(\d{4}))?$/;
const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const localDate = /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/;
const thisWeek = new Set(['', 'tuan nay', 'this week', 'nay', 'this']);
const nextWeek = new Set(['tuan sau', 'tuan toi', 'next week', 'next']);
const lastWeek = new Set(['tuan truoc', 'tuan vua roi', 'tuan qua', 'last week', 'truoc', 'last']);

/**
 * The week somebody means: nothing, `tuần trước`, `tuần 46`, `2026-W46`, or a date in it. A number or a date without a
 * year is the latest one that has begun. Null when it can't be read; a week to come is returned as it is.
 */
export function readWeek(text: string, now: Date, zone: string): Week | null {
  const words = foldText(text);
  const current = weekOf(now, zone);
  if (thisWeek.has(words)) return current;
  if (lastWeek.has(words)) return weekBefore(current, zone);
  if (nextWeek.has(words)) return weekAfter(current, zone);
  const iso = isoWeek.exec(words);
  if (iso) return weekByNumber(Number(iso[1]), Number(iso[2]), zone);
  const numbered = weekNumber.exec(words);
  if (numbered) return readNumbered(Number(numbered[1]), numbered[2], now, zone);
  return readDate(words, now, zone);
}

function readNumbered(number: number, year: string | undefined, now: Date, zone: string): Week | null {
  if (year !== undefined) return weekByNumber(Number(year), number, zone);
  const { weekYear } = DateTime.fromJSDate(now, { zone });
  const found = weekByNumber(weekYear, number, zone);
  return found && found.startsAt <= now ? found : weekByNumber(weekYear - 1, number, zone);
}

function readDate(words: string, now: Date, zone: string): Week | null {
  const iso = isoDate.exec(words);
  const local = localDate.exec(words);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]];
  if (month === undefined || day === undefined) return null;
  const at = (inYear: number) =>
    DateTime.fromObject({ year: inYear, month: Number(month), day: Number(day) }, { zone });
  const thisYear = DateTime.fromJSDate(now, { zone }).year;
  const found = at(year === undefined ? thisYear : Number(year));
  const date = year === undefined && found.isValid && found.toJSDate() > now ? at(thisYear - 1) : found;
  return date.isValid ? weekOf(date.toJSDate(), zone) : null;
}
