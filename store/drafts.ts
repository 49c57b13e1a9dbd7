import type { DirectiveKind } from '../core/directive-message.js';
import type { Attachment } from '../core/message.js';
import type { AnswerSpec } from '../core/reading/answer.js';
import type { ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { Terms } from '../core/terms.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import type { Directive } from './directives.js';
import { toTermsColumn } from './terms.js';

export interface NewDraft {
  kind: DirectiveKind;
  urgent: boolean;
  audience: string;
  unitIds: number[];
  title: string;
  body: string;
  answer: AnswerSpec | null;
  /** Null: the organisation's usual plan. */
  reminders: ReminderSteps | null;
  terms: Terms;
  dueAt: Date | null;
  attachments: Attachment[];
  issuerId: number;
  issuerChatId: number;
  /** The part that is passed on with it. */
  passedFromId: number | null;
  createdAt: Date;
}

/** Writes down what the preview shows. A draft never changes: a changed one is a new draft in its place. */
export async function createDraft(db: Db, draft: NewDraft): Promise<Directive> {
  const { answer, reminders, terms, attachments, ...plain } = draft;
  return db.directive.create({
    data: {
      ...plain,
      answer: answer ?? Prisma.DbNull,
      reminders: (reminders as unknown as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
      terms: toTermsColumn(terms),
      attachments: attachments as unknown as Prisma.InputJsonArray,
    },
  });
}

/** True for the one who was first to discard it, while it was still a draft or waited for its time. */
export async function discardDraft(db: Db, id: number): Promise<boolean> {
  const { count } = await db.directive.updateMany({
    where: { id, state: { in: ['draft', 'scheduled'] } },
    data: { state: 'discarded', sendAt: null },
  });
  return count === 1;
}

/** What the buttons under a preview begin with, where it was shown, and since when: none is older than what it shows. */
export interface Preview {
  action: string;
  chatId: number;
  createdAt: Date;
}

/** The messages in the chat of its author whose buttons decide on it. */
export async function findPreviews(db: Db, { action, chatId, createdAt }: Preview): Promise<string[]> {
  const beginning = `"${action}`;
  const rows = await db.$queryRaw<{ messageId: string }[]>`
    select "messageIds"[cardinality("messageIds")] as "messageId" from "Delivery"
    where "chatId" = ${chatId}::int and "claimedAt" >= ${createdAt}::timestamptz and kind in ('answer', 'tell')
      and cardinality("messageIds") > 0 and strpos((content->'buttons')::text, ${beginning}) > 0
    order by id`;
  return rows.map(({ messageId }) => messageId);
}

/** Sets the time at which it goes out: true when it was still a draft. */
export async function scheduleDraft(db: Db, id: number, sendAt: Date): Promise<boolean> {
  const { count } = await db.directive.updateMany({
    where: { id, state: 'draft' },
    data: { state: 'scheduled', sendAt },
  });
  return count === 1;
}

/**
 * A scheduled directive could not go out at its time: it waits for another one, or without one it is a draft again, as
 * fresh as a new one. False when it does not stand any more as it was seen.
 */
export async function holdScheduled(
  db: Db,
  seen: Pick<Directive, 'id' | 'sendAt'>,
  { sendAt, now }: { sendAt: Date | null; now: Date },
): Promise<boolean> {
  const { count } = await db.directive.updateMany({
    where: { id: seen.id, state: 'scheduled', sendAt: seen.sendAt },
    data: sendAt ? { sendAt } : { state: 'draft', sendAt: null, createdAt: now },
  });
  return count === 1;
}

/** Drafts nobody decided on are let go: their units could never be removed otherwise. Returns how many. */
export async function discardOldDrafts(db: Db, createdBefore: Date): Promise<number> {
  const { count } = await db.directive.updateMany({
    where: { state: 'draft', createdAt: { lt: createdBefore } },
    data: { state: 'discarded' },
  });
  return count;
}

/** What went out since then and is not called off, newest first: a new draft may be the same work again. */
export async function findRecentDirectives(db: Db, since: Date) {
  return db.directive.findMany({
    where: { state: { in: ['open', 'closed'] }, sentAt: { gte: since } },
    select: { number: true, title: true, body: true, unitIds: true, sentAt: true },
    orderBy: { sentAt: 'desc' },
    take: 200,
  });
}

/** The groups of some units, on all channels, those that can't be reached too. */
export async function findGroupsOf(db: Db, unitIds: number[]) {
  return db.chat.findMany({
    where: { role: 'unit', unitId: { in: unitIds } },
    select: {
      unitId: true,
      channel: true,
      title: true,
      state: true,
      unreachableAt: true,
      unreachableReason: true,
    },
    orderBy: { id: 'asc' },
  });
}

export type UnitGroup = Awaited<ReturnType<typeof findGroupsOf>>[number];
