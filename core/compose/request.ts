import type { AnswerSpec } from '../reading/answer.js';
import { readWish } from '../deadline/read-wish.js';
import { INVISIBLE, OTHER_LINE_END } from '../text/fold.js';
import { findAskingFault, isSurelyAsking, readAnswerLine, type AskingFault } from './answer-line.js';
import { readFirstLine, type FirstLine } from './first-line.js';
import { readReminderLine, takeReminderWords, type ReminderReading } from './reminder-line.js';
import { readTermsLine, takeTermsWords, type TermsSaid } from './terms-line.js';

/** A directive as it was typed in one message. */
export interface DirectiveRequest extends FirstLine {
  title: string;
  body: string;
  /** Only where it was asked for and said. */
  answer: AnswerSpec | null;
  /** A line that was meant to say what is asked, and does not. */
  wrongAsking?: { fault: AskingFault; line: string };
  /** When to remind, where that was said. */
  reminders: ReminderReading;
  /** Whether the issuer accepts what is done, and such, as far as it was said. */
  terms: TermsSaid;
}

/** Longer titles are no titles; longer bodies belong in a document. */
export const titleLimit = 200;
export const bodyLimit = 8000;

/**
 * First line: targets and deadline; second line: title; the rest: body. With `asksAnswer`, the line below the first or
 * the last line may say what is asked (core/compose/answer-line.ts); one of them, or the first, when to remind, on what
 * terms and until when. Whether a title is there is for checkWords to say. `maybe`: its kind is not said, such a line would make it one
 * that asks.
 */
export function parseRequest(text: string, asksAnswer: boolean | 'maybe'): DirectiveRequest {
  const [first = '', ...rest] = text.replace(OTHER_LINE_END, '\n').split('\n');
  const lines = trimLines(rest);
  const { rest: plain, said } = takeTermsWords(first);
  const { rest: line, reading } = takeReminderWords(plain);
  const opening = readFirstLine(line);
  const asides = takeAsides(lines, asksAnswer !== false, opening.deadline === null);
  const [title = '', ...body] = trimLines(lines);
  const wrongAsking =
    asksAnswer === false ? null : findWrongAsking(lines, asides.answer !== null, asksAnswer);
  return {
    ...opening,
    deadline: opening.deadline ?? asides.deadline,
    // A question alone has no title yet.
    title: asksAnswer !== false && isSurelyAsking(title) ? '' : cleanTitle(title),
    body: cleanBody(body.join('\n')),
    answer: asides.answer,
    ...(wrongAsking ? { wrongAsking } : {}),
    reminders: reading ?? asides.reminders,
    terms: { ...said, ...asides.terms },
  };
}

/**
 * A title stands in lists beside others: direction overrides in it would turn those round. All else stays as typed.
 * NUL no database takes.
 */
export function cleanTitle(title: string): string {
  return title.replace(/[\u202A-\u202E\u2066-\u2069\0]/g, '').trim();
}

export function cleanBody(body: string): string {
  return body
    .replaceAll('\0', '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

export type WordsProblem =
  { key: 'noTitle' } | { key: 'titleTooLong' | 'bodyTooLong'; values: { limit: number; length: number } };

/** What is wrong with title and body; null when nothing is. Lengths are counted in characters as people see them in a text. */
export function checkWords({ title, body }: { title: string; body: string }): WordsProblem | null {
  if (title.replace(INVISIBLE, '').trim() === '') return { key: 'noTitle' };
  const lengths = { title: [...title].length, body: [...body].length };
  if (lengths.title > titleLimit)
    return { key: 'titleTooLong', values: { limit: titleLimit, length: lengths.title } };
  if (lengths.body > bodyLimit)
    return { key: 'bodyTooLong', values: { limit: bodyLimit, length: lengths.body } };
  return null;
}

/** The lines that say something beside the wording, in whatever order they stand. */
function takeAsides(lines: string[], asksAnswer: boolean, asksDeadline: boolean) {
  let deadline: string | null = null;
  let answer: AnswerSpec | null = null;
  let reminders: ReminderReading = null;
  let terms: TermsSaid = {};
  for (let left = lines.length + 1; lines.length < left;) {
    left = lines.length;
    reminders ??= takeLine(lines, readReminderLine);
    const said = takeLine(lines, readTermsLine);
    if (said) terms = { ...terms, ...said };
    deadline ??= asksDeadline ? takeLine(lines, readDeadlineLine) : null;
    answer ??= asksAnswer ? takeLine(lines, readAnswerLine) : null;
  }
  return { answer, deadline, reminders, terms };
}

/** The line in the place of a title, or at the end, that was meant to say what is asked: it is neither title nor text. */
function findWrongAsking(lines: readonly string[], isAsked: boolean, asksAnswer: true | 'maybe') {
  const [first = '', last = first] = [lines[0], lines.at(-1)].map((line) => line?.trim());
  const isSecond = (line: string) => isAsked && isSurelyAsking(line);
  for (const line of new Set([first, last])) {
    const fault =
      findAskingFault(line, line === first && asksAnswer === true) ?? (isSecond(line) ? 'twice' : null);
    if (fault) return { fault, line };
  }
  return null;
}

/** `Hạn: 17h mai` on a line of its own, where all of it is a time: `hạn chế ra đường` is none. */
function readDeadlineLine(line: string): string | null {
  const { targets, deadline } = readFirstLine(line);
  return targets === '' && deadline && typeof readWish(deadline) !== 'string' ? deadline : null;
}

/** What the first or the last line says, if one is read so: it is taken out of `lines`. The only line left is the title. */
function takeLine<T>(lines: string[], read: (line: string) => T | null): T | null {
  if (lines.length < 2) return null;
  const first = read(lines[0]!);
  if (first) lines.shift();
  if (first) return first;
  const last = read(lines.at(-1)!);
  if (last) lines.pop();
  return last;
}

function trimLines(lines: string[]): string[] {
  const isBlank = (line: string) => line.trim() === '';
  const from = lines.findIndex((line) => !isBlank(line));
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => !isBlank(line)) + 1);
}
