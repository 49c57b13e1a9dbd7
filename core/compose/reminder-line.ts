import { reminderTemplates, type ReminderSteps, type TemplateName } from '../reminders/reminder-steps.js';
import { foldText } from '../text/fold.js';
import { splitList } from '../text/split-list.js';

/** `wrong`: it was meant as a plan, but this part of it can't be read. Null: it is no plan at all. */
export type ReminderReading = { steps: ReminderSteps } | { wrong: string } | null;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const stepsAtMost = 8;
const shortestMs = 5 * minute;
const longestMs = 60 * day;

const marker = /^(?:nhắc|nhac|remind)(?:\s*:\s*|\s+)/iu;
const measures: readonly [RegExp, number][] = [
  [/^(?:d|ngay|days?)$/, day],
  [/^(?:h|g|gio|tieng|hours?)$/, hour],
  [/^(?:m|p|ph|phut|min|minutes?)$/, minute],
];
const names: Record<TemplateName, RegExp> = {
  gentle: /^(?:nhe|nhe nhang|gentle)$/,
  standard: /^(?:thuong|binh thuong|chuan|standard|normal)$/,
  urgent: /^(?:gap|khan|khan cap|sat|sat sao|urgent)$/,
};
const mornings = /^(?:moi (?:buoi )?sang|hang ngay|moi ngay|(?:each|every) morning|daily)$/;
const amount = /\d+\s*[a-z]+|[a-z]+(?: [a-z]+)*/g;

/**
 * A line that says when to remind: `nhắc 3d, 1d, 2h, 30m, mỗi sáng`, `nhắc 3 ngày 2 giờ`, or a template's name: `nhắc gấp`.
 * English `remind` alike. A title that begins with the same word is left alone.
 */
export function readReminderLine(line: string): ReminderReading {
  const text = line.normalize('NFC').trim();
  const words = text.replace(marker, '');
  if (words === text || words === '') return null;
  const parts = splitList(words.replace(/[.!]+$/, ''));
  const read = parts.map(readPart);
  if (read.length === 0 || read[0] === null) return null;
  const wrong = parts[read.indexOf(null)];
  // With the first part right and others behind it, nobody meant a title.
  if (wrong !== undefined) return { wrong };
  return combine(
    read.flatMap((part) => part ?? []),
    words,
  );
}

/** A plan at the end of the first line: `all hạn 17h mai nhắc 1d, 2h`. What is left of the line comes with it. */
export function takeReminderWords(line: string): { rest: string; reading: ReminderReading } {
  for (const found of line.matchAll(/(?<=[\s,;])(?:nhắc|nhac|remind)(?=[\s:])/giu)) {
    const [, plan = '', urgent = ''] =
      /^(.*?)((?:[\s,;]+(?:khẩn|khan|urgent))?)$/isu.exec(line.slice(found.index)) ?? [];
    const alone = readReminderLine(plan);
    const reading = alone ?? readReminderLine(plan + urgent);
    if (reading)
      return { rest: line.slice(0, found.index).replace(/[\s,;]+$/, '') + (alone ? urgent : ''), reading };
  }
  return { rest: line, reading: null };
}

type Part = TemplateName | 'morning' | number;

/** What one part between commas means; several without commas are several. Null when it can't be read. */
function readPart(part: string): Part[] | null {
  const fold = foldText(part)
    .replace(/\b(?:truoc(?: han)?|before(?: the deadline)?)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const template = (Object.keys(names) as TemplateName[]).find((name) => names[name].test(fold));
  if (template) return [template];
  const pieces = fold.match(amount) ?? [];
  if (pieces.join('').replaceAll(' ', '') !== fold.replaceAll(' ', '')) return null;
  const read = pieces.map(readPiece);
  return read.length > 0 && read.every((piece) => piece !== null) ? read : null;
}

function readPiece(piece: string): Part | null {
  if (mornings.test(piece)) return 'morning';
  const [, count, measure = ''] = /^(\d{1,3})\s*([a-z]+)$/.exec(piece) ?? [];
  const unit = measures.find(([pattern]) => pattern.test(measure))?.[1];
  const ms = Number(count) * (unit ?? NaN);
  return ms >= shortestMs && ms <= longestMs ? ms : null;
}

/** A template stands alone. */
function combine(parts: readonly Part[], words: string): ReminderReading {
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'string' && first !== 'morning')
    return { steps: reminderTemplates[first] };
  const beforeMs = [...new Set(parts.filter((part) => typeof part === 'number'))].sort((a, b) => b - a);
  const isMixed = parts.some((part) => typeof part === 'string' && part !== 'morning');
  if (isMixed || beforeMs.length > stepsAtMost) return { wrong: words };
  return { steps: { name: null, beforeMs, eachMorning: parts.includes('morning'), atDue: true } };
}
