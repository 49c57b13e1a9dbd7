import type { DirectiveKind } from '../core/directive-message.js';
import type { Attachment } from '../core/message.js';
import type { AnswerSpec } from '../core/reading/answer.js';
import type { Period, RecurrenceRule } from '../core/recurrence/periods.js';
import type { ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { Terms } from '../core/terms.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import type { Directive } from './directives.js';
import { fromTermsColumn, toTermsColumn } from './terms.js';

/** What is asked for each time, and when. `dueWords` are read at each opening (core/recurrence/read-due.ts). */
export interface RecurrenceWords {
  kind: DirectiveKind;
  urgent: boolean;
  audience: string;
  rhythmWords: string;
  rule: RecurrenceRule;
  dueWords: string | null;
  title: string;
  body: string;
  answer: AnswerSpec | null;
  reminders: ReminderSteps | null;
  terms: Terms;
  attachments: Attachment[];
}

/** A recurring request by its row's id; null when there is none. */
export async function findRecurrence(db: Db, id: number) {
  const row = await db.recurrence.findUnique({ where: { id } });
  return row && toRecurrence(row);
}

export type Recurrence = NonNullable<Awaited<ReturnType<typeof findRecurrence>>>;

/** By the number people use; null for drafts and unknown numbers. */
export async function findRecurrenceByNumber(db: Db, number: number): Promise<Recurrence | null> {
  const row = await db.recurrence.findUnique({ where: { number } });
  return row && toRecurrence(row);
}

/** Those that run or are paused, with their latest period, by number. */
export async function listRecurrences(db: Db) {
  const rows = await db.recurrence.findMany({
    where: { state: { in: ['active', 'paused'] } },
    include: {
      issuer: true,
      periods: {
        orderBy: { opensAt: 'desc' },
        take: 1,
        include: { directive: { select: { number: true } } },
      },
    },
    orderBy: { number: 'asc' },
  });
  return rows.map((row) => ({
    ...toRecurrence(row),
    issuerName: row.issuer.name,
    latest: row.periods[0] ?? null,
  }));
}

export type ListedRecurrence = Awaited<ReturnType<typeof listRecurrences>>[number];

/** Writes down what the preview shows. `replacesId`: the recurrence whose wording it is to become. */
export async function createRecurrenceDraft(
  db: Db,
  words: RecurrenceWords,
  by: { issuerId: number; issuerChatId: number; replacesId: number | null; now: Date },
): Promise<Recurrence> {
  const { now, ...rest } = by;
  const row = await db.recurrence.create({ data: { ...toRow(words), ...rest, createdAt: now } });
  return toRecurrence(row);
}

/** Changes when a draft opens: false when it is no draft any more. */
export async function setDraftRule(db: Db, id: number, rule: RecurrenceRule): Promise<boolean> {
  const { count } = await db.recurrence.updateMany({
    where: { id, state: 'draft' },
    data: { rule: rule as unknown as Prisma.InputJsonObject },
  });
  return count === 1;
}

/** Lets a draft begin with its first period: false when it is no draft any more. */
export async function startRecurrence(
  db: Db,
  id: number,
  start: { number: number; next: Period | null },
): Promise<boolean> {
  const { count } = await db.recurrence.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'active', number: start.number, ...nextOf(start.next) },
  });
  return count === 1;
}

/** Its wording and rhythm from the next period on; a draft that carried them is let go. False when it has ended. */
export async function rewordRecurrence(
  db: Db,
  id: number,
  words: RecurrenceWords,
  next: Period | null,
): Promise<boolean> {
  const { count } = await db.recurrence.updateMany({
    where: { id, state: { in: ['active', 'paused'] } },
    data: toRow(words),
  });
  await db.recurrence.updateMany({ where: { id, state: 'active' }, data: nextOf(next) });
  return count === 1;
}

/** Drafts are let go when they are dropped, replaced or taken over. */
export async function dropRecurrenceDraft(db: Db, id: number): Promise<boolean> {
  const { count } = await db.recurrence.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'ended' },
  });
  return count === 1;
}

/** Pauses, resumes with its next period, or ends; false when it was not in a state for that. */
export async function setRecurrenceState(
  db: Db,
  id: number,
  to: { state: 'active' | 'paused' | 'ended'; next: Period | null },
): Promise<boolean> {
  const from = { active: ['paused'], paused: ['active'], ended: ['active', 'paused'] } as const;
  const { count } = await db.recurrence.updateMany({
    where: { id, state: { in: [...from[to.state]] } },
    data: { state: to.state, ...nextOf(to.next) },
  });
  return count === 1;
}

/** The ids of those whose next period is due. */
export async function findDueRecurrences(db: Db, now: Date): Promise<number[]> {
  const rows = await db.recurrence.findMany({
    where: { state: 'active', nextOpenAt: { lte: now } },
    select: { id: true },
    orderBy: { nextOpenAt: 'asc' },
    take: 50,
  });
  return rows.map(({ id }) => id);
}

/** Goes on to the next period, if it still stands as it was seen. Of two, one gets it. */
export async function claimPeriod(db: Db, seen: Recurrence, next: Period | null): Promise<boolean> {
  const { count } = await db.recurrence.updateMany({
    where: { id: seen.id, state: 'active', nextOpenAt: seen.nextOpenAt, nextPeriod: seen.nextPeriod },
    data: nextOf(next),
  });
  return count === 1;
}

/** The directive of one period, waiting to be opened at once. */
export async function createPeriodDirective(
  db: Db,
  recurrence: Recurrence,
  at: { unitIds: number[]; dueAt: Date | null; sendAt: Date; now: Date },
): Promise<Directive> {
  const { kind, urgent, audience, title, body, answer, reminders, terms, attachments } = recurrence;
  const { issuerId, issuerChatId } = recurrence;
  const { unitIds, dueAt, sendAt, now } = at;
  return db.directive.create({
    data: {
      ...{
        kind,
        urgent,
        audience,
        unitIds,
        title,
        body,
        dueAt,
        sendAt,
        issuerId,
        issuerChatId,
        createdAt: now,
      },
      ...toJson({ answer, reminders, terms, attachments }),
      state: 'scheduled',
    },
  });
}

/** What became of one period. The row is unique: the same period twice throws. */
export async function recordPeriod(
  db: Db,
  recurrenceId: number,
  { period, opensAt }: Pick<Period, 'period' | 'opensAt'>,
  outcome: { at: Date; directiveId: number } | { at: Date; skipped: string },
): Promise<void> {
  await db.recurrencePeriod.create({ data: { recurrenceId, period, opensAt, ...outcome } });
}

/** The last period that was opened or skipped; null before the first. */
export async function findLastPeriod(db: Db, recurrenceId: number): Promise<string | null> {
  const { _max } = await db.recurrencePeriod.aggregate({ where: { recurrenceId }, _max: { period: true } });
  return _max.period;
}

/** Drafts nobody decided on. Returns how many were let go. */
export async function dropOldRecurrenceDrafts(db: Db, createdBefore: Date): Promise<number> {
  const { count } = await db.recurrence.updateMany({
    where: { state: 'draft', createdAt: { lt: createdBefore } },
    data: { state: 'ended' },
  });
  return count;
}

const nextOf = (next: Period | null) => ({
  nextPeriod: next?.period ?? null,
  nextOpenAt: next?.opensAt ?? null,
});

function toRow(words: RecurrenceWords) {
  const { answer, reminders, terms, attachments, rule, ...plain } = words;
  return {
    ...plain,
    ...toJson({ answer, reminders, terms, attachments }),
    rule: rule as unknown as Prisma.InputJsonObject,
  };
}

function toJson({
  answer,
  reminders,
  terms,
  attachments,
}: Pick<RecurrenceWords, 'answer' | 'reminders' | 'terms' | 'attachments'>) {
  return {
    answer: answer ?? Prisma.DbNull,
    reminders: (reminders as unknown as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
    terms: toTermsColumn(terms),
    attachments: attachments as unknown as Prisma.InputJsonArray,
  };
}

function toRecurrence(row: Prisma.RecurrenceGetPayload<object>) {
  return {
    ...row,
    rule: row.rule as unknown as RecurrenceRule,
    answer: row.answer as unknown as AnswerSpec | null,
    reminders: row.reminders as unknown as ReminderSteps | null,
    terms: fromTermsColumn(row.terms),
    attachments: row.attachments as unknown as Attachment[],
  };
}
