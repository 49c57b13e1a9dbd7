/** A day, a week or a month as it is named in an order. `size`: how many words name it. */
export interface DayWord {
  kind: 'numbers' | 'weekday' | 'named' | 'period';
  /** Without marks. */
  text: string;
  /** As it was typed, for the answer. */
  said?: string;
  size: number;
}

/** `28/11`, `28-11-2026`, `2026-11-28` */
export const NUMBERS = /^(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\d{4}-\d{2}-\d{2})$/;
const WEEKDAY =
  /^(?:ngay )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)(?: (?:tuan (?:nay|sau|toi)|nay|toi))?(?= |$)|^(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?= |$)/;
const NAMED =
  /^(?:(?:ngay |hom )?nay|(?:ngay )?(?:mai|kia|mot)|(?:ngay )?\d{1,2} thang \d{1,2}(?: nam \d{4})?|ngay \d{1,2}|today|tomorrow)(?= |$)/;
const PERIOD =
  /^(?:(?:cuoi|ca) )?(?:(?:tuan|thang)(?: (?:nay|sau|toi))?|(?:this|next) (?:week|month))(?= |$)/;
const LENGTH = /^(?:trong |for )?(\d{1,3}|mot|hai|ba|one|two|three) (ngay|tuan|days?|weeks?)(?= |$)/;
const SMALL: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, one: 1, two: 2, three: 3 };

/** The day that is named from here on, if any. `folded`: the words without marks and punctuation. */
export function findDay(folded: readonly string[], at: number): DayWord | undefined {
  if (NUMBERS.test(folded[at] ?? '')) return { kind: 'numbers', text: folded[at]!, size: 1 };
  const rest = folded.slice(at).join(' ');
  for (const [kind, pattern] of [
    ['weekday', WEEKDAY],
    ['named', NAMED],
    ['period', PERIOD],
  ] as const) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { kind, text, size: text.split(' ').length };
  }
  return undefined;
}

/** `3 ngày`, `one week`: how many days on the calendar, said in how many words. */
export function findLength(
  folded: readonly string[],
  at: number,
): { days: number; size: number } | undefined {
  const [all, count = '', name = ''] = LENGTH.exec(folded.slice(at).join(' ')) ?? [];
  if (all === undefined) return undefined;
  const days = (SMALL[count] ?? Number(count)) * (/^(?:tuan|week)/.test(name) ? 7 : 1);
  return { days, size: all.split(' ').length };
}

const DATE = '\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{4})?';
const DASH = '(?:->|[-–—−~→])';
const TO = `(?:\\s*${DASH}\\s*|\\s+(?:đến|tới|den|toi|to)\\s+)`;

/** Spans typed close together, taken apart: `1/12-5/12`, `1-5/12` and `1 đến 5/12` become `1/12 đến 5/12`. */
export function openSpans(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      new RegExp(
        `(?<![\\p{L}\\d/._-])(\\d{1,2})${TO}(\\d{1,2})([/.]\\d{1,2}(?:[/.]\\d{4})?)(?![\\d/.])`,
        'giu',
      ),
      '$1$3 đến $2$3',
    )
    .replace(new RegExp(`(?<![\\d/.-])(${DATE})\\s*${DASH}\\s*(?=${DATE}(?![\\d/.]))`, 'gu'), '$1 đến ')
    .replace(new RegExp(`(?<!\\S)(t[2-7]|cn)\\s*${DASH}\\s*(?=(?:t[2-7]|cn)(?!\\S))`, 'giu'), '$1 đến ');
}
