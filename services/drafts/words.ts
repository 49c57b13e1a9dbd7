import { parseAudience, type AudienceTerm } from '../../core/audience/audience.js';
import { resolveAudience, type Audience } from '../../core/audience/resolve-audience.js';
import { findBranches } from '../../core/authorise.js';
import { findAskingFault, readAnswerLine } from '../../core/compose/answer-line.js';
import { readReminderLine } from '../../core/compose/reminder-line.js';
import { checkWords, type DirectiveRequest } from '../../core/compose/request.js';
import { readDeadline } from '../../core/deadline/read-deadline.js';
import type { DirectiveKind } from '../../core/directive-message.js';
import { UserError } from '../../core/errors.js';
import type { Attachment } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { ReminderReading } from '../../core/compose/reminder-line.js';
import type { ReminderSteps } from '../../core/reminders/reminder-steps.js';
import type { Terms } from '../../core/terms.js';
import { INVISIBLE } from '../../core/text/fold.js';
import type { Speaker } from '../../store/people.js';
import { listSavedAudiences } from '../../store/audiences.js';
import { listUnits } from '../../store/units.js';
import type { Asking } from '../deed.js';
import { findCalendar } from '../office-calendar.js';
import { listReach } from '../cascade/read-reach.js';

/** A directive as its issuer said it, whole. */
export interface DraftWords {
  kind: DirectiveKind;
  targets: string;
  urgent: boolean;
  title: string;
  body: string;
  dueAt: Date | null;
  answer: AnswerSpec | null;
  /** Null: nothing was said, the usual plan. */
  reminders: ReminderSteps | null;
  terms: Terms;
  attachments: Attachment[];
  /** The part that is passed on with it. */
  passedFromId?: number;
}

/** More names than this make a sentence nobody reads. */
const namedAtMost = 5;

/**
 * The units the words mean and this person may send to. Throws UserError, with every wrong word named; `unknownKey`: the
 * sentence that says how they are written.
 */
export async function readTargets(
  ctx: Asking,
  speaker: Speaker,
  targets: string,
  {
    passedFromId,
    unknownKey = 'compose.unknownTargets',
  }: { passedFromId?: number | undefined; unknownKey?: string } = {},
): Promise<number[]> {
  const terms = parseAudience(targets);
  if (terms.length === 0) throw new UserError('compose.noTargets');
  const units = await listUnits(ctx.db);
  if (units.length === 0) throw new UserError('compose.noUnits');
  const below = passedFromId === undefined ? null : await listReach(ctx, passedFromId);
  const reach = below ? below.map(({ id }) => id) : findBranches(speaker.roles, 'send-directive');
  const audience = resolveAudience(terms, units, reach, await listSavedAudiences(ctx.db));
  explainWrong(ctx, audience, unknownKey);
  const further = below
    ? units.filter(({ id }) => audience.unitIds.includes(id) && !below.some((unit) => unit.id === id))
    : [];
  if (further.length > 0)
    throw new UserError('cascade.onlyBelow', {
      codes: further
        .slice(0, namedAtMost)
        .map(({ code }) => code)
        .join(', '),
    });
  if (audience.unitIds.length === 0) throw new UserError(explainEmpty(terms));
  return audience.unitIds;
}

function explainWrong(ctx: Asking, { unknown, outside, ambiguous }: Audience, unknownKey: string): void {
  if (ambiguous.length > 0) throw new UserError('audience.ambiguous', { name: ambiguous[0]! });
  if (unknown.length > 0) {
    const names = unknown.slice(0, namedAtMost).map(({ raw, near }) => {
      const values = { name: shorten(raw.replace(/^[-–—−](?=.)/, '')), near: near.join(ctx.t('compose.or')) };
      return near.length > 0 ? ctx.t('compose.unknownNear', values) : values.name;
    });
    const more = unknown.length - names.length;
    const list = more > 0 ? [...names, ctx.t('compose.more', { count: more })] : names;
    throw new UserError(unknownKey, { names: list.join('; ') });
  }
  if (outside.length > 0)
    throw new UserError('compose.outside', { codes: outside.slice(0, namedAtMost).join(', ') });
}

/** What is quoted in a sentence of ours must not turn it round or flood it. */
export function shorten(words: string): string {
  const seen = words.replace(INVISIBLE, '');
  return seen.length > 40 ? `${seen.slice(0, 39)}…` : seen;
}

function explainEmpty(terms: readonly AudienceTerm[]): string {
  return terms.every(({ isExcluded }) => isExcluded) ? 'compose.onlyExcluded' : 'compose.emptyAudience';
}

/** The deadline the words mean, by the calendar of that unit or of all. Throws UserError with the reason. */
export async function readDue(
  ctx: Asking,
  words: string | null,
  unitId: number | null = null,
): Promise<Date | null> {
  if (words === null) return null;
  const calendar = await findCalendar(ctx, unitId);
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const { due, reason } = readDeadline(words, { now: ctx.now, zone, calendar });
  if (due === null) throw new UserError(`compose.deadline.${reason}`, { text: shorten(words) });
  return due;
}

/** When to remind, as it was said. Throws UserError with the part that can't be read. */
export function readReminders(reading: ReminderReading): ReminderSteps | null {
  if (reading && 'wrong' in reading)
    throw new UserError('compose.badReminders', { text: shorten(reading.wrong) });
  return reading?.steps ?? null;
}

/** What is asked for, said alone: `số lớp 0..50`. Throws UserError when it can't be read. */
export function readFigure(text: string): AnswerSpec {
  const spec = readAnswerLine(text) ?? readAnswerLine(`hỏi ${text}`);
  if (spec) return spec;
  const fault = findAskingFault(text, true) ?? findAskingFault(`hỏi ${text}`, true) ?? 'kind';
  if (fault === 'kind') throw new UserError('compose.badFigure');
  throw new UserError(`compose.badAsking.${fault}`, { text: shorten(text) });
}

/** Throws UserError where a line that begins with `hỏi` can't be read: it is no title. */
export function checkAsking(wrong: DirectiveRequest['wrongAsking'] | undefined): void {
  if (wrong) throw new UserError(`compose.badAsking.${wrong.fault}`, { text: shorten(wrong.line) });
}

/** When to remind, said alone: `3 ngày, 2 giờ`. Throws UserError when it can't be read. */
export function readPlan(text: string): ReminderSteps | null {
  return readReminders(readReminderLine(text) ?? readReminderLine(`nhắc ${text}`) ?? { wrong: text });
}

/** Throws UserError when title or body can't be sent so. */
export function checkText(title: string, body: string): void {
  const problem = checkWords({ title, body });
  if (problem) throw new UserError(`compose.${problem.key}`, 'values' in problem ? problem.values : {});
}
