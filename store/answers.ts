import type { AnswerSpec } from '../core/reading/answer.js';
import type { AnswerState } from '../core/replies/answer-state.js';
import type { ReplyKind } from '../core/replies/said.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';

/** A unit's part of a directive, as far as it exists, with all that a reply to it needs to know. */
export interface AnswerTarget extends AnswerState {
  /** Null when the directive does not concern the unit. */
  assignmentId: number | null;
  unitId: number | null;
  unitCode: string | null;
  unitName: string | null;
  cancelled: boolean | null;
  dueAt: Date | null;
  directiveId: number;
  number: number;
  kind: ReplyKind;
  directiveState: 'draft' | 'scheduled' | 'open' | 'closed' | 'cancelled' | 'discarded';
  version: number;
  title: string;
  urgent: boolean;
  spec: AnswerSpec | null;
  issuerChatId: number;
  /** The last valid answer, for telling a repetition from news. */
  lastSource: string | null;
  lastStatus: string | null;
  lastPersonId: number | null;
  lastAt: Date | null;
  /** The unit was asked what it meant and has not answered that yet. */
  isAsked: boolean;
  /** A message of the directive to this chat may or may not have arrived: this reply settles it. */
  isUncertain: boolean;
}

/** How a reply names what it answers. */
export type TargetKey =
  | { number: number; unitId: number }
  | { messageId: string; unitId: number | null }
  | { assignmentId: number };

const askedForHours = 24;

/**
 * What a reply in this chat answers: directive and assignment in one statement, the assignment locked until the end
 * of the transaction, because a reply reads the state and writes the next one. Null when nothing has that name.
 */
export async function findAnswerTarget(
  db: Db,
  key: TargetKey,
  at: { chatId: number; now: Date },
): Promise<AnswerTarget | null> {
  const { directive, assignment } = name(key, at.chatId);
  const rows = await db.$queryRaw<AnswerTarget[]>(Prisma.sql`
    with directive as materialized (select * from "Directive" where ${directive}),
    assignment as materialized (
      select * from "Assignment" where "directiveId" = (select id from directive) and ${assignment} for update
    )
    select a.id as "assignmentId", a."unitId", u.code as "unitCode", u.name as "unitName", a.cancelled,
      a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value, a.note, a.difficulty,
      a."acknowledgedAt", a."answeredAt", a."doneAt", coalesce(a."dueAt", d."dueAt") as "dueAt",
      d.id as "directiveId", d.number, d.kind::text as kind, d.state::text as "directiveState", d.version, d.title,
      d.urgent, d.answer as spec, d."issuerChatId",
      r.source as "lastSource", r.status::text as "lastStatus", r."personId" as "lastPersonId", r."receivedAt" as "lastAt",
      exists (select 1 from "Reply" q where q."assignmentId" = a.id and q.state = 'asked'
        and q."receivedAt" > ${at.now}::timestamptz - ${askedForHours}::int * interval '1 hour') as "isAsked",
      exists (select 1 from "Delivery" x where x."chatId" = ${at.chatId}::int and x."directiveId" = d.id
        and x.kind = 'directive' and x.state = 'uncertain' and x."settledAt" is null) as "isUncertain"
    from directive d left join assignment a on true left join "Unit" u on u.id = a."unitId"
      left join "Reply" r on r.id = a."lastReplyId"
    where d.number is not null`);
  return rows[0] ?? null;
}

function name(key: TargetKey, chatId: number): { directive: Prisma.Sql; assignment: Prisma.Sql } {
  if ('number' in key)
    return {
      directive: Prisma.sql`number = ${key.number}::int`,
      assignment: Prisma.sql`"unitId" = ${key.unitId}::int`,
    };
  if ('assignmentId' in key)
    return {
      directive: Prisma.sql`id = (select "directiveId" from "Assignment" where id = ${key.assignmentId}::int)`,
      assignment: Prisma.sql`id = ${key.assignmentId}::int`,
    };
  const ref = Prisma.sql`from "MessageRef" m where m."chatId" = ${chatId}::int and m."messageId" = ${key.messageId}`;
  return {
    directive: Prisma.sql`id = (select m."directiveId" ${ref})`,
    assignment:
      key.unitId === null
        ? Prisma.sql`id = (select m."assignmentId" ${ref})`
        : Prisma.sql`"unitId" = ${key.unitId}::int`,
  };
}

/** One open item of a unit. */
export interface OpenItem extends Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'doneAt'
> {
  assignmentId: number;
  unitId: number;
  unitCode: string;
  number: number;
  kind: ReplyKind;
  title: string;
  urgent: boolean;
  dueAt: Date | null;
}

/** What is open for these units and takes answers, in no order (core/replies/urgency.ts sorts). */
export async function listOpenItems(db: Db, unitIds: number[]): Promise<OpenItem[]> {
  return db.$queryRaw<OpenItem[]>`
    select a.id as "assignmentId", a."unitId", u.code as "unitCode", d.number, d.kind::text as kind, d.title, d.urgent,
      coalesce(a."dueAt", d."dueAt") as "dueAt", a.state::text as state, a.percent, a."doneCount", a."totalCount",
      a.value, a.difficulty, a."doneAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where a."unitId" = any(${unitIds}::int[]) and d.state = 'open' and not a.cancelled and not a.excused`;
}

/** The unit with this code, in any case; null when there is none. */
export async function findUnitByCode(
  db: Db,
  code: string,
): Promise<{ id: number; code: string; name: string } | null> {
  const rows = await db.$queryRaw<{ id: number; code: string; name: string }[]>`
    select id, code, name from "Unit" where upper(code) = upper(${code}) limit 1`;
  return rows[0] ?? null;
}

/** Writes what the replies of an assignment come to, after one of them was read anew. */
export async function setAnswerState(
  db: Db,
  assignmentId: number,
  state: AnswerState,
  at: { lastReplyId: number | null; now: Date },
): Promise<void> {
  const { value, ...rest } = state;
  await db.assignment.update({
    where: { id: assignmentId },
    data: {
      ...rest,
      value: value === null ? Prisma.DbNull : (value as unknown as Prisma.InputJsonValue),
      lastReplyId: at.lastReplyId,
      updatedAt: at.now,
      // Who has answered is not reminded any more; reminders planned for an unanswered assignment stay as they are.
      ...(state.answeredAt === null ? {} : { nextReminderAt: null }),
    },
  });
}
