import { createWorkingCalendar, type WorkingCalendar } from '../calendar/working-calendar.js';
import { readSendPart } from '../compose/send-time.js';
import { readBareRecurrence, type RecurrenceReading } from '../deadline/read-recurrence.js';
import type { Recurrence } from '../deadline/recurrence.js';
import type { DirectiveKind } from '../directive-message.js';
import { foldText } from '../text/fold.js';
import type { OnDayOff } from './periods.js';

/** The first line of a recurring request taken apart. What is left is a first line as /assign has it. */
export interface RecurringLine {
  /** Null when no kind was named. */
  kind: DirectiveKind | null;
  /** The rhythm's words as typed; '' when none were found. */
  words: string;
  /** Null when the words are no rhythm: `reason` says why. */
  rhythm: Recurrence | null;
  reason: RecurrenceReading['reason'];
  /** Null when nothing was said. */
  onDayOff: OnDayOff | null;
  pausesOverTet: boolean;
  rest: string;
}

const kinds: readonly [RegExp, DirectiveKind][] = [
  [/^(?:giao viec|giao|task|assign)(?= )/, 'task'],
  [/^(?:xac nhan|xacnhan|acknowledge)(?= )/, 'acknowledge'],
  [/^(?:bao so lieu|so lieu|solieu|collect)(?= )/, 'collect'],
  [/^(?:thong bao|thongbao|notice)(?= )/, 'notice'],
];
const dayOffs: readonly [RegExp, OnDayOff][] = [
  [/(?:^|[\s,;])(?:gặp ngày nghỉ thì bỏ|bỏ ngày nghỉ|bo ngay nghi|skip days? off)(?=[\s,;]|$)/iu, 'skip'],
  [
    /(?:^|[\s,;])(?:gặp ngày nghỉ thì (?:dời|lùi)|(?:dời|lùi) ngày nghỉ|(?:doi|lui) ngay nghi|move days? off)(?=[\s,;]|$)/iu,
    'move',
  ],
  [/(?:^|[\s,;])(?:kể cả ngày nghỉ|cả ngày nghỉ|ca ngay nghi|even on days? off)(?=[\s,;]|$)/iu, 'keep'],
];
const tet = /(?:^|[\s,;])(?:nghỉ tết|nghi tet|trừ tết|tru tet|except tet|not over tet)(?=[\s,;]|$)/iu;
const deadlineWord = /^(?:han|due|deadline)(?::|$)/;
const wordsAtMost = 40;
const codeLike = /^[A-Z][A-Z\d._+-]*$|^(?:all|tatca|tất|tat|cả|ca)$/u;

/** `các xã` names who is asked, `các ngày làm việc` when. */
const ofMany = /^(?:cac|nhung)$/;
const whenWord = /^(?:ngay|thu|t\d|tuan|thang|quy|nam|sang|trua|chieu|toi|buoi|dem|cn|chu)$/;

/** `thứ 6 hằng tuần 10h #truonghoc hạn 16h cùng ngày`: the rhythm may stand before the targets or behind them. */
export function readRecurringLine(line: string, at: At): RecurringLine {
  let rest = line.normalize('NFC').replace(/\s+/g, ' ').trim();
  const kind = kinds.find(([pattern]) => pattern.test(foldText(rest)))?.[1] ?? null;
  if (kind) rest = dropWords(rest, kinds.find(([, name]) => name === kind)![0]);
  const onDayOff = dayOffs.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
  for (const [pattern] of dayOffs) rest = rest.replace(pattern, ' ');
  const pausesOverTet = tet.test(rest);
  rest = rest.replace(tet, ' ').replace(/\s+/g, ' ').trim();
  return { kind, onDayOff, pausesOverTet, ...takeRhythm(rest, at) };
}

/** Reads the words of a rhythm alone. Without an hour it opens in the morning. */
export function readRhythm(text: string, at: At): RecurrenceReading {
  const calendar = { ...(at.calendar ?? createWorkingCalendar()), workUntil: at.morning };
  const reading = readBareRecurrence(text, calendar);
  const time = readSendPart(text, at.morning);
  if (reading.recurrence === null || time === null) return reading;
  return { recurrence: { ...reading.recurrence, time }, reason: null };
}

/** Folding keeps the number of words, so that as many are dropped as the pattern takes. */
function dropWords(text: string, pattern: RegExp): string {
  const count = pattern.exec(foldText(text))![0].split(' ').length;
  return text.split(' ').slice(count).join(' ');
}

type Taken = Pick<RecurringLine, 'words' | 'rhythm' | 'reason' | 'rest'>;
type At = { morning: string; calendar?: WorkingCalendar };

/** The longest run of words before the deadline that is a rhythm. */
function takeRhythm(line: string, at: At): Taken {
  const words = line.split(' ');
  const found = words.findIndex((word) => deadlineWord.test(foldText(word)));
  const end = Math.min(found < 0 ? words.length : found, wordsAtMost);
  let reason: RecurrenceReading['reason'] = 'once';
  const folded = words.map((word) => foldText(word));
  const isWho = folded.map((word, index) => ofMany.test(word) && !whenWord.test(folded[index + 1] ?? ''));
  for (let length = end; length > 0; length -= 1)
    for (let start = 0; start + length <= end; start += 1) {
      // A deadline may be told to `các trường`: here they are recipients, with the word behind.
      if (isWho.slice(Math.max(0, start - 1), start + length).includes(true)) continue;
      const reading = readRun(words.slice(start, start + length), at);
      if (reading.recurrence) return dropCodes(words, { start, end: start + length }, reading.recurrence, at);
      if (reading.reason === 'ambiguous' || reading.reason === 'impossible') reason = reading.reason;
    }
  return { words: '', rhythm: null, reason, rest: line };
}

const readRun = (run: readonly string[], at: At) => readRhythm(run.join(' ').replace(/[,;]+$/, ''), at);

/** Small words without meaning belong to the rhythm; a unit's code at its edge that looks like one does not. */
function dropCodes(words: string[], run: { start: number; end: number }, rhythm: Recurrence, at: At): Taken {
  let { start, end } = run;
  const isSame = (from: number, to: number) =>
    JSON.stringify(readRun(words.slice(from, to), at).recurrence) === JSON.stringify(rhythm);
  while (codeLike.test(words[start]!) && isSame(start + 1, end)) start += 1;
  while (codeLike.test(words[end - 1]!) && isSame(start, end - 1)) end -= 1;
  return {
    words: words
      .slice(start, end)
      .join(' ')
      .replace(/[,;]+$/, ''),
    rhythm,
    reason: null,
    rest: [...words.slice(0, start), ...words.slice(end)].join(' '),
  };
}
