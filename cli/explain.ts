import { DateTime } from 'luxon';
import { localDate } from '../core/calendar/iso-date.js';
import { createWorkingCalendar } from '../core/calendar/working-calendar.js';
import { readDeadline } from '../core/deadline/read-deadline.js';
import { readRecurrence } from '../core/deadline/read-recurrence.js';
import { namedDays } from '../core/recurrence/named-days.js';
import { readReply } from '../core/reading/read-reply.js';

export interface ExplainIo {
  stdin: AsyncIterable<Buffer | string>;
  write(line: string): void;
  now: Date;
  zone: string;
}

const USAGE =
  'Usage: explain reply "<text>" [--title "<directive>"] [--unit "<name>"] [--now ISO] [--tz ZONE] | explain deadline "<text>" [--now ISO] [--tz ZONE]; "-" reads one text per line.';

/** `giaoban explain …`: prints how a reply or deadline is read, as one JSON line per text. */
export async function explain(args: string[], io: ExplainIo): Promise<number> {
  const asked = parseArgs(args, io);
  if (typeof asked === 'string') {
    io.write(asked);
    return 2;
  }
  const answer =
    asked.kind === 'reply'
      ? (text: string) => explainReply(text, asked)
      : (text: string) => explainDeadline(text, asked.now, asked.zone);
  if (asked.text !== '-') io.write(answer(asked.text));
  else for await (const line of readLines(io.stdin)) io.write(answer(line));
  return 0;
}

interface Asked {
  kind: 'reply' | 'deadline';
  text: string;
  title: string;
  unit: string;
  now: Date;
  zone: string;
}

const OPTIONS = { reply: ['--title', '--unit', '--now', '--tz'], deadline: ['--now', '--tz'] };

function parseArgs(args: readonly string[], io: ExplainIo): Asked | string {
  const [kind, ...rest] = args;
  if (kind !== 'reply' && kind !== 'deadline') return USAGE;
  const asked: Asked = { kind, text: '', title: '', unit: '', now: io.now, zone: io.zone };
  const texts: string[] = [];
  const options: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index]!;
    if (OPTIONS[kind].includes(word)) options[word] = rest[(index += 1)] ?? '';
    else texts.push(word);
  }
  if (texts.length !== 1) return USAGE;
  asked.text = texts[0]!;
  asked.title = options['--title'] ?? '';
  asked.unit = options['--unit'] ?? '';
  asked.zone = options['--tz'] ?? io.zone;
  if (!DateTime.local({ zone: asked.zone }).isValid)
    return `"${asked.zone}" is not a time zone; write a name such as Asia/Ho_Chi_Minh.`;
  const now = options['--now'];
  if (now === undefined) return asked;
  const read = DateTime.fromISO(now, { zone: asked.zone });
  return read.isValid
    ? { ...asked, now: read.toJSDate() }
    : `"${now}" is not an ISO time; write one such as 2026-11-30T08:00:00+07:00.`;
}

/** As if the reply were said now. */
function explainReply(text: string, { title, unit, now, zone }: Asked): string {
  const saidOn = localDate(now, zone);
  const { code, status, percent, done, total, note, ...more } = readReply(text, title, unit, saidOn);
  return JSON.stringify({ code, status, percent, done, total, note, ...more });
}

function explainDeadline(text: string, now: Date, zone: string): string {
  const { due: once, reason } = readDeadline(text, { now, zone });
  const due = reason === 'recurring' ? nextOf(text, now, zone) : once;
  const shown =
    due === null
      ? null
      : DateTime.fromJSDate(due, { zone }).set({ millisecond: 0 }).toISO({ suppressMilliseconds: true });
  // luxon writes UTC as `Z`; the output always carries an offset.
  return JSON.stringify({ due: shown?.replace(/Z$/, '+00:00') ?? null, reason });
}

/** When what comes again comes next; null where the words do not say when. */
function nextOf(text: string, now: Date, zone: string): Date | null {
  const { recurrence } = readRecurrence(text);
  if (!recurrence) return null;
  const today = DateTime.fromJSDate(now, { zone }).toISODate()!;
  for (const day of namedDays(recurrence, today, today, createWorkingCalendar())) {
    const due = DateTime.fromISO(`${day}T${recurrence.time}`, { zone });
    if (due.toJSDate() > now) return due.toJSDate();
  }
  return null;
}

async function* readLines(stdin: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of stdin) {
    pending += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = pending.split(/\r?\n/);
    pending = lines.pop() ?? '';
    yield* lines;
  }
  pending += decoder.decode();
  if (pending !== '') yield pending.replace(/\r$/, '');
}
