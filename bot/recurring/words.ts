import { defaultAnswer } from '../../core/compose/answer-line.js';
import { parseRequest } from '../../core/compose/request.js';
import type { Recurrence as Rhythm } from '../../core/deadline/recurrence.js';
import type { DirectiveKind } from '../../core/directive-message.js';
import { UserError } from '../../core/errors.js';
import type { Attachment } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import { findAnchor, listOpenings, take, type OnDayOff, type Period } from '../../core/recurrence/periods.js';
import type { RecurrenceRule } from '../../core/recurrence/periods.js';
import { readDues } from '../../core/recurrence/read-due.js';
import { readRecurringLine, readRhythm } from '../../core/recurrence/read-recurring-line.js';
import type { ReminderSteps } from '../../core/reminders/reminder-steps.js';
import { fitTerms, type Terms } from '../../core/terms.js';
import type { RecurrenceWords } from '../../store/recurrences.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { findPlace, type Place } from '../../services/office-calendar.js';
import { readTerms } from '../../services/drafts/terms.js';
import { checkAsking, checkText, readReminders, readTargets, shorten } from '../../services/drafts/words.js';

/** A recurring request as it is known so far: kept as JSON while the bot asks for the rest. */
export interface RecurringData {
  kind?: DirectiveKind;
  urgent: boolean;
  attachments: Attachment[];
  rhythmWords?: string;
  /** Absent: the usual way for such a rhythm. */
  onDayOff?: OnDayOff;
  pausesOverTet: boolean;
  targets?: string;
  title?: string;
  body?: string;
  /** Null: no deadline. */
  dueWords?: string | null;
  answer?: AnswerSpec;
  reminders?: ReminderSteps;
  terms?: Terms;
  /** The recurrence that these words are to replace. */
  replacesId?: number;
  /** The draft that is being changed. */
  draftId?: number;
  /** What the buttons of the question stand for, in their order. */
  options?: string[];
}

/** Openings that a deadline is tried on, and that a preview shows. */
export const openingsTried = 4;
export const openingsShown = 3;

/** A whole request in one message. Throws UserError with the first thing that can't be read. */
export async function readRecurring(
  ctx: Context,
  text: string,
): Promise<Required<Pick<RecurringData, 'title'>> & RecurringData> {
  const [first = '', ...rest] = text.split('\n');
  const line = readRecurringLine(first, morningOf(await findPlace(ctx)));
  if (line.rhythm === null) throw new UserError(`recurrence.rhythm.${rhythmFault(line.reason)}`);
  const asksAnswer = line.kind === null ? 'maybe' : line.kind === 'collect';
  const request = parseRequest([line.rest, ...rest].join('\n'), asksAnswer);
  checkAsking(request.wrongAsking);
  const reminders = readReminders(request.reminders);
  const kind = line.kind ?? (request.answer ? 'collect' : 'task');
  return {
    kind,
    urgent: request.isUrgent,
    attachments: 'attachments' in ctx.event ? ctx.event.attachments : [],
    rhythmWords: line.words,
    pausesOverTet: line.pausesOverTet,
    ...(line.onDayOff ? { onDayOff: line.onDayOff } : {}),
    targets: request.targets,
    title: request.title,
    body: request.body,
    dueWords: request.deadline,
    ...(request.answer ? { answer: request.answer } : {}),
    ...(reminders ? { reminders } : {}),
    terms: readTerms(kind, {}, request.terms),
  };
}

/** The rhythm that the words mean. Throws UserError when they mean none. */
export function readRhythmWords(place: Place, words: string): Rhythm {
  const { recurrence, reason } = readRhythm(words, morningOf(place));
  if (recurrence === null) throw new UserError(`recurrence.rhythm.${rhythmFault(reason)}`);
  return recurrence;
}

/** Throws UserError unless each of the next openings would get a deadline of its own from these words. */
export function checkDue(place: Place, words: string | null, openings: readonly Period[]): Date[] {
  if (words === null) return [];
  const read = readDues(
    words,
    openings.map(({ opensAt }) => opensAt),
    place,
  );
  if (read.dues) return read.dues;
  const known = ['empty', 'past', 'impossible', 'ambiguous', 'fixed'].includes(read.reason);
  throw new UserError(`recurrence.due.${known ? read.reason : 'unreadable'}`, { text: shorten(words) });
}

/** All checked, as it is stored. Throws UserError. */
export async function toRecurrenceWords(ctx: Context, data: RecurringData): Promise<RecurrenceWords> {
  const { targets = '', title = '', body = '', dueWords = null, rhythmWords = '', kind = 'task' } = data;
  checkText(title, body);
  const place = await findPlace(ctx);
  const chosen = toRule(data, readRhythmWords(place, rhythmWords));
  const rule = { ...chosen, anchor: findAnchor(chosen, place, ctx.now) };
  await readTargets(ctx, getSpeaker(ctx), targets);
  checkDue(place, dueWords, requireOpenings(place, { rhythmWords, rule }, ctx.now));
  return {
    ...{ kind, title, body, dueWords, rhythmWords, rule, urgent: data.urgent, audience: targets },
    answer: kind === 'collect' ? (data.answer ?? defaultAnswer) : null,
    reminders: data.reminders ?? null,
    terms: fitTerms(kind, data.terms ?? {}),
    attachments: data.attachments.slice(0, 1),
  };
}

/** What a stored one says, to be changed in part. */
export function fromRecurrence(words: RecurrenceWords): RecurringData {
  const { kind, urgent, attachments, rhythmWords, rule, audience, title, body, dueWords, answer, reminders } =
    words;
  return {
    ...{ kind, urgent, attachments, rhythmWords, title, body, dueWords, targets: audience },
    ...{ onDayOff: rule.onDayOff, pausesOverTet: rule.pausesOverTet },
    ...(answer ? { answer } : {}),
    ...(reminders ? { reminders } : {}),
    terms: words.terms,
  };
}

/** The next openings that are ahead, at most `count`. */
export function nextOpenings(
  place: Place,
  rule: RecurrenceRule,
  { now, count }: { now: Date; count: number },
): Period[] {
  return take(listOpenings(rule, place, { after: null, now }), count);
}

/** The next openings. Throws UserError where none comes ever: every day that the rhythm names is left out. */
export function requireOpenings(
  place: Place,
  { rhythmWords, rule }: Pick<RecurrenceWords, 'rhythmWords' | 'rule'>,
  now: Date,
): Period[] {
  const openings = nextOpenings(place, rule, { now, count: openingsTried });
  if (openings.length === 0)
    throw new UserError(`recurrence.neverOpens.${rule.onDayOff === 'skip' ? 'skip' : 'other'}`, {
      words: shorten(rhythmWords),
    });
  return openings;
}

function toRule({ onDayOff, pausesOverTet }: RecurringData, rhythm: Rhythm): Omit<RecurrenceRule, 'anchor'> {
  if (rhythm.every === 'workingDay' && rhythm.interval > 1)
    throw new UserError('recurrence.rhythm.ambiguous');
  const usual = rhythm.every === 'day' ? 'skip' : 'move';
  return { rhythm, onDayOff: onDayOff ?? usual, pausesOverTet };
}

const morningOf = ({ rules, calendar }: Place) => ({ morning: rules.morning, calendar });

function rhythmFault(reason: string | null): string {
  return reason === 'ambiguous' || reason === 'impossible' ? reason : 'unreadable';
}
