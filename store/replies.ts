import type { Attachment } from '../core/message.js';
import type { AnswerState } from '../core/replies/answer-state.js';
import type { Said } from '../core/replies/said.js';
import { askRows, Prisma, type Db } from './db.js';
import { gathered } from './gather.js';
import { toldOutside } from './webhook-calls.js';

export type ReplyState = 'read' | 'asked' | 'corrected' | 'unread';
/** `decision`: no word of the unit, but what the issuer made of one. `below`: what came of what it passed on. */
export type ReplySource = 'button' | 'text' | 'command' | 'decision' | 'below';

/** What one version of a reply was read as. `isWithdrawn`: an edit took it back or turned it to another directive. */
export type StoredReading = Said & { isWithdrawn?: true };

export interface NewReply {
  /** Null while it is not known which directive is meant. */
  assignmentId: number | null;
  directiveId: number | null;
  directiveVersion: number | null;
  unitId: number | null;
  chatId: number;
  /** Null when the platform does not say who spoke. */
  personId: number | null;
  messageId: string;
  source: ReplySource;
  state: ReplyState;
  text: string;
  said: StoredReading;
  attachments: Attachment[];
  at: Date;
}

interface Recording {
  reply: NewReply;
  next: AnswerState | null;
}

/**
 * Writes a reply, its first version and what it makes of the assignment (`next`; null changes nothing), in one
 * statement. A valid answer also ends the reminders, marks the issuer's card and is told outside. Returns the reply's id.
 */
export async function recordReply(db: Db, reply: NewReply, next: AnswerState | null): Promise<number> {
  return gathered(db, recordReplies, { reply, next });
}

async function recordReplies(db: Db, records: Recording[]): Promise<number[]> {
  const asked = records.map(({ reply, next }, index) => ({ ...reply, index, next: next && pickState(next) }));
  const rows = await askRows<{ index: number; id: number }>(db)`
    with asked as materialized (
      select *, nextval('"Reply_id_seq"')::int as id
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(index int, "assignmentId" int, "directiveId" int,
        "directiveVersion" int, "unitId" int, "chatId" int, "personId" int, "messageId" text, source text, state text,
        text text, said jsonb, attachments jsonb, at timestamptz, next jsonb)
    ), reply as (
      insert into "Reply" (id, "assignmentId", "directiveId", "directiveVersion", "unitId", "chatId", "personId", "messageId",
        source, state, text, status, percent, "doneCount", "totalCount", value, difficulty, note, parts, attachments, "receivedAt")
      select id, "assignmentId", "directiveId", "directiveVersion", "unitId", "chatId", "personId", "messageId",
        source, state::"ReplyState", text, coalesce(said->'decision'->>'to', said->>'status')::"AssignmentState", (said->>'percent')::int,
        (said->>'doneCount')::int, (said->>'totalCount')::int, nullif(said->'value', 'null'), said->>'difficulty',
        said->>'note', nullif(said->'parts', 'null'), attachments, at
      from asked order by id
    ), version as (
      insert into "ReplyVersion" ("replyId", version, text, reading, "personId", at)
      select id, 1, text, said, "personId", at from asked
    ), answered as (
      select asked.id as reply, asked."assignmentId", asked.at as heard, asked.source, n.*
      from asked, jsonb_to_record(next) as n(state text, percent int, "doneCount" int, "totalCount" int, value jsonb,
        note text, difficulty text, "acknowledgedAt" timestamptz, "answeredAt" timestamptz, "claimedAt" timestamptz, "doneAt" timestamptz)
      where jsonb_typeof(next) = 'object'
    ), assignment as (
      update "Assignment" a set state = n.state::"AssignmentState", percent = n.percent, "doneCount" = n."doneCount",
        "totalCount" = n."totalCount", value = nullif(n.value, 'null'), note = coalesce(n.note, ''), difficulty = n.difficulty,
        "acknowledgedAt" = n."acknowledgedAt", "answeredAt" = n."answeredAt", "claimedAt" = n."claimedAt", "doneAt" = n."doneAt",
        "nextReminderAt" = null, "lastReplyId" = n.reply, "updatedAt" = n.heard
      from answered n where a.id = n."assignmentId"
    ), ${toldOutside}, card as (
      update "Card" c set "dirtyAt" = a.at from (select "directiveId", min(at) as at from asked group by 1) a
      where c."directiveId" = a."directiveId" and c."dirtyAt" is null
    )
    select index, id from asked`;
  const byIndex = new Map(rows.map(({ index, id }) => [index, id]));
  return records.map((_, index) => byIndex.get(index)!);
}

/** What is written of an assignment: `next` is often all that is known of it, with its directive. */
function pickState(next: AnswerState): AnswerState {
  const { state, percent, doneCount, totalCount, value, note, difficulty } = next;
  const { acknowledgedAt, answeredAt, claimedAt, doneAt } = next;
  return {
    state,
    percent,
    doneCount,
    totalCount,
    value,
    note,
    difficulty,
    acknowledgedAt,
    answeredAt,
    claimedAt,
    doneAt,
  };
}

/** Whether a message of a chat was taken as a reply: then its edits concern the bot too. */
export async function findKnownReplies(
  db: Db,
  channel: string,
  externalId: string,
  messageId: string,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select r.id from "Reply" r join "Chat" c on c.id = r."chatId"
    where c.channel = ${channel} and c."externalId" = ${externalId} and r."messageId" = ${messageId} limit 1`;
  return rows.length > 0;
}

/** A reply as far as it can be corrected; null when there is none. */
export async function findReply(db: Db, id: number) {
  return db.reply.findUnique({ where: { id } });
}

export type Reply = NonNullable<Awaited<ReturnType<typeof findReply>>>;

/** The replies that one message of a chat was taken as: one a directive it named. Presses are no messages. */
export async function findRepliesOf(db: Db, chatId: number, messageId: string): Promise<Reply[]> {
  return db.reply.findMany({
    where: { chatId, messageId, source: { in: ['text', 'command'] } },
    orderBy: { id: 'asc' },
  });
}

/** The reply says something else from now on: a new version; the former ones stay. Returns the version's number. */
export async function reviseReply(
  db: Db,
  id: number,
  change: {
    text: string;
    said: StoredReading;
    state: ReplyState;
    personId: number | null;
    at: Date;
    attachments?: Attachment[];
  },
): Promise<number> {
  const { text, said, state, personId, at, attachments } = change;
  const { status, percent, doneCount, totalCount, difficulty, note } = said;
  const { version } = await db.reply.update({
    where: { id },
    data: {
      ...{ text, state, status, percent, doneCount, totalCount, difficulty, note },
      parts: said.parts ? { ...said.parts } : Prisma.DbNull,
      value: said.value === null ? Prisma.DbNull : (said.value as unknown as Prisma.InputJsonValue),
      version: { increment: 1 },
      ...(attachments ? { attachments: attachments as unknown as Prisma.InputJsonValue } : {}),
    },
  });
  const reading = said as unknown as Prisma.InputJsonValue;
  await db.replyVersion.create({ data: { replyId: id, version, text, reading, personId, at } });
  return version;
}

/** It is now known which directive the reply means. */
export async function assignReply(
  db: Db,
  id: number,
  target: { assignmentId: number; directiveId: number; directiveVersion: number; unitId: number },
): Promise<void> {
  await db.reply.update({ where: { id }, data: target });
}

/** Every reply to an assignment with all its versions, in the order they were taken. */
export async function listSaid(
  db: Db,
  assignmentId: number,
): Promise<{ id: number; versions: { said: StoredReading; at: Date }[] }[]> {
  const rows = await db.reply.findMany({
    where: { assignmentId },
    select: { id: true, versions: { orderBy: { version: 'asc' }, select: { reading: true, at: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, versions }) => ({
    id,
    versions: versions.map(({ reading, at }) => ({ said: reading as unknown as StoredReading, at })),
  }));
}

/** Whether the chat was asked, within the last day, which directive it means, and has not said. */
export async function isAskedWhich(db: Db, chatId: number, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 24 * 3600 * 1000);
  const found = await db.reply.findFirst({
    where: { chatId, assignmentId: null, state: 'asked', receivedAt: { gt: since } },
    select: { id: true },
  });
  return found !== null;
}
