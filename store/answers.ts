import type { AnswerSpec } from '../core/reading/answer.js';
import type { Terms } from '../core/terms.js';
import type { AnswerState } from '../core/replies/answer-state.js';
import type { ReplyKind } from '../core/replies/said.js';
import { askRows, existsByRow, Prisma, type Db } from './db.js';
import { gathered } from './gather.js';
import { queueChange } from './webhook-calls.js';
import { hasOtherGroup } from './sides.js';

/** A unit's part of a directive, as far as it exists, with all that a reply to it needs to know. */
export interface AnswerTarget extends AnswerState {
  /** Null when the directive does not concern the unit. */
  assignmentId: number | null;
  unitId: number | null;
  unitCode: string | null;
  unitName: string | null;
  /** Where the unit has another than the organisation's. */
  unitZone: string | null;
  cancelled: boolean | null;
  dueAt: Date | null;
  directiveId: number;
  number: number;
  kind: ReplyKind;
  /** The directive in which this work counts, when it was sent twice. */
  mergedInto: number | null;
  directiveState: 'draft' | 'scheduled' | 'open' | 'closed' | 'cancelled' | 'discarded';
  version: number;
  title: string;
  urgent: boolean;
  spec: AnswerSpec | null;
  terms: Terms | null;
  issuerChatId: number;
  /** The part above, when this directive was passed on from it. */
  passedFromId: number | null;
  /** This part was passed on, or is about to be; `byHand`: what stands was said, not computed from below. */
  isPassedOn: boolean;
  byHand: boolean | null;
  /** The last valid answer, for telling a repetition from news. */
  lastSource: string | null;
  lastStatus: string | null;
  lastPersonId: number | null;
  lastAt: Date | null;
  /** When the unit would be reminded next; null when nothing is planned. */
  nextReminderAt: Date | null;
  /** The chat is one of the unit's groups, and the unit has another one on another channel. */
  hasOtherGroup: boolean;
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

interface Ask {
  key: TargetKey;
  chatId: number;
  now: Date;
}

/**
 * What a reply in this chat answers: directive and assignment in one statement, the assignment locked until the end
 * of the transaction, because a reply reads the state and writes the next one. Null when nothing has that name.
 */
export async function findAnswerTarget(
  db: Db,
  key: TargetKey,
  at: { chatId: number; now: Date },
): Promise<AnswerTarget | null> {
  return gathered(db, findAnswerTargets, { key, ...at });
}

/** SQL: the part `a` was passed on, or will be at a time that is set. */
const isPassedOn = existsByRow(Prisma.sql`select from "Directive" b
  where b."passedFromId" = a.id and b.state in ('scheduled', 'open', 'closed')`);

/** SQL: the unit of the part `a` was asked what it meant, not long before the reply `n`, and has not said; `r`: its last answer. */
const isAsked =
  existsByRow(Prisma.sql`select from "Reply" q where q."assignmentId" = a.id and q.state = 'asked'
  and q."receivedAt" > n.now - ${askedForHours}::int * interval '1 hour'
  and (r.id is null or q.id > r.id)`);

/** SQL: of a message of the directive `d` to the chat of the reply `n` nobody knows whether it arrived. */
const isUncertain =
  existsByRow(Prisma.sql`select from "Delivery" x where x."chatId" = n."chatId" and x."directiveId" = d.id
  and x.kind = 'directive' and x.state = 'uncertain' and x."settledAt" is null`);

/**
 * Throws when two of the asks mean one assignment: the second must see what the first makes of it. The lateral joins
 * look up row by row: for a plain join the planner would read whole tables while they are small, and keep that plan.
 */
async function findAnswerTargets(db: Db, asks: Ask[]): Promise<(AnswerTarget | null)[]> {
  const asked = asks.map(({ key, chatId, now }, at) => ({ ...key, at, chatId, now }));
  const rows = await askRows<AnswerTarget & { at: number }>(db)`
    with asked as materialized (
      select a.*, m."directiveId" as "ofMessage", m."assignmentId" as "partOfMessage"
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(at int, "chatId" int, now timestamptz,
        number int, "unitId" int, "messageId" text, "assignmentId" int)
      left join lateral (select * from "MessageRef" f where f."chatId" = a."chatId" and f."messageId" = a."messageId" limit 1) m on true
    ), named as materialized (
      select a.*, d.id as "directiveId", case
        when a."assignmentId" is not null then a."assignmentId"
        when a."unitId" is not null then (select p.id from "Assignment" p where p."directiveId" = d.id and p."unitId" = a."unitId")
        else a."partOfMessage" end as part
      from asked a cross join lateral (select d.id from "Directive" d where d.id = case
        when a.number is not null then (select n.id from "Directive" n where n.number = a.number) when a."assignmentId" is not null then (select p."directiveId" from "Assignment" p where p.id = a."assignmentId")
        else a."ofMessage" end limit 1) d
    ), assignment as materialized (
      select * from "Assignment" where id = any(array(select part from named)) order by id for update
    )
    select n.at, a.id as "assignmentId", a."unitId", u.code as "unitCode", u.name as "unitName", u."timeZone" as "unitZone", a.cancelled,
      a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value, a.note, a.difficulty,
      a."acknowledgedAt", a."answeredAt", a."claimedAt", a."doneAt", coalesce(a."dueAt", d."dueAt") as "dueAt", a."nextReminderAt",
      ${hasOtherGroup} as "hasOtherGroup", d.id as "directiveId", d.number, d.kind::text as kind, d.state::text as "directiveState",
      (select m.number from "Directive" m where m.id = d."mergedIntoId") as "mergedInto", d.version, d.title,
      d.urgent, d.answer as spec, d.terms, d."issuerChatId", d."passedFromId", a."byHand", ${isPassedOn} as "isPassedOn",
      r.source as "lastSource", r.status::text as "lastStatus", r."personId" as "lastPersonId", r."receivedAt" as "lastAt",
      ${isAsked} as "isAsked", ${isUncertain} as "isUncertain"
    from named n join "Directive" d on d.id = n."directiveId" left join assignment a on a.id = n.part
      left join lateral (select * from "Unit" where id = a."unitId" limit 1) u on true
      left join lateral (select * from "Reply" where id = a."lastReplyId" limit 1) r on true
    where d.number is not null`;
  const parts = rows.flatMap(({ assignmentId }) => assignmentId ?? []);
  if (new Set(parts).size < parts.length) throw new Error('two replies to one assignment at once');
  const byAt = new Map(rows.map((target) => [target.at, target]));
  return asks.map((_, at) => byAt.get(at) ?? null);
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
  spec: AnswerSpec | null;
}

/** What is open for these units and takes answers, also of a unit on leave; in no order (core/replies/urgency.ts sorts). */
export async function listOpenItems(db: Db, unitIds: number[]): Promise<OpenItem[]> {
  return db.$queryRaw<OpenItem[]>`
    select a.id as "assignmentId", a."unitId", u.code as "unitCode", d.number, d.kind::text as kind, d.title, d.urgent,
      coalesce(a."dueAt", d."dueAt") as "dueAt", a.state::text as state, a.percent, a."doneCount", a."totalCount",
      a.value, a.difficulty, a."doneAt", d.answer as spec
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where a."unitId" = any(${unitIds}::int[]) and d.state = 'open' and not a.cancelled`;
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

/** Writes what the replies of an assignment come to, after one of them was read anew or the issuer decided. */
export async function setAnswerState(
  db: Db,
  assignmentId: number,
  state: AnswerState,
  at: { lastReplyId?: number | null; now: Date },
): Promise<void> {
  await queueChange(db, assignmentId, state, at.now);
  const { percent, doneCount, totalCount, value, note, difficulty } = state;
  const { acknowledgedAt, answeredAt, claimedAt, doneAt } = state;
  await db.assignment.update({
    where: { id: assignmentId },
    data: {
      ...{ state: state.state, percent, doneCount, totalCount, note, difficulty },
      ...{ acknowledgedAt, answeredAt, claimedAt, doneAt },
      value: value === null ? Prisma.DbNull : (value as unknown as Prisma.InputJsonValue),
      ...(at.lastReplyId === undefined ? {} : { lastReplyId: at.lastReplyId }),
      updatedAt: at.now,
      // Who has answered is not reminded any more; reminders planned for an unanswered assignment stay as they are.
      ...(answeredAt === null ? {} : { nextReminderAt: null }),
    },
  });
}
