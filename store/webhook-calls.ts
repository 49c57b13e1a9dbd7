import type { AnswerSpec, AnswerValue } from '../core/reading/answer.js';
import type { AnswerState, AssignmentState } from '../core/replies/answer-state.js';
import { Prisma, type Db } from './db.js';

/** SQL: whether anybody outside is told anything. While nobody is, an event costs this look. */
const anyEndpoint = Prisma.sql`exists (select 1 from "WebhookEndpoint" where "isOn")`;

/** SQL: writes down the calls for the rows of `event` (id, kind, "assignmentId", reply, at), one an endpoint that wants it. */
const insertCalls = Prisma.sql`
  insert into "WebhookCall" ("endpointId", "eventId", kind, "assignmentId", "replyId", at)
  select e.id, v.id, v.kind, v."assignmentId", v.reply, v.at
  from event v join "WebhookEndpoint" e on e."isOn" and v.kind = any(e.events) on conflict do nothing`;

/**
 * SQL: what it means for the outside that parts stand as the rows of `answered` say (an assignment's columns, with the reply
 * and its source), in the statement that writes them: it still sees how they stood before.
 */
export const toldOutside = Prisma.sql`event as materialized (
    select n."assignmentId", n.reply, n.heard as at, k.kind, gen_random_uuid()::text as id
    from answered n cross join lateral (select "doneAt" from "Assignment" where id = n."assignmentId" limit 1) before
      cross join lateral (values ('answered', n.source <> 'decision'),
        ('done', before."doneAt" is null and n."doneAt" is not null)) k(kind, "isTrue")
    where k."isTrue" and ${anyEndpoint}
  ), call as (${insertCalls})`;

/**
 * The same where a part is written by itself: what it means that it is about to stand like this. Call it before that is written, in the same
 * transaction. What the issuer decides is no answer.
 */
export async function queueChange(db: Db, assignmentId: number, next: AnswerState, now: Date): Promise<void> {
  const { state, percent, doneCount, totalCount, value, doneAt } = next;
  const isAnswer = !['waiting', 'accepted', 'returned'].includes(state);
  const figure = value === null ? null : JSON.stringify(value);
  await db.$executeRaw`
    with event as materialized (
      select a.id as "assignmentId", null::int as reply, ${now}::timestamptz as at, k.kind, gen_random_uuid()::text as id
      from "Assignment" a cross join lateral (values
        ('answered', ${isAnswer}::boolean and (a.state::text, a.percent, a."doneCount", a."totalCount", a.value)
          is distinct from (${state}, ${percent}::int, ${doneCount}::int, ${totalCount}::int, ${figure}::jsonb)),
        ('done', a."doneAt" is null and ${doneAt}::timestamptz is not null)) k(kind, "isTrue")
      where a.id = ${assignmentId}::int and k."isTrue" and ${anyEndpoint})
    ${insertCalls}`;
}

/** Writes down a call that says nothing but that the way is open. Returns whether the endpoint is there and on. */
export async function queueTest(db: Db, endpointId: number, now: Date): Promise<boolean> {
  const count = await db.$executeRaw`
    insert into "WebhookCall" ("endpointId", "eventId", kind, at)
    select id, gen_random_uuid()::text, 'test', ${now}::timestamptz from "WebhookEndpoint" where id = ${endpointId}::int and "isOn"`;
  return count === 1;
}

export interface ClaimedCall {
  id: number;
  eventId: string;
  kind: string;
  at: Date;
  assignmentId: number | null;
  replyId: number | null;
  attempts: number;
}

interface Claiming {
  endpointId: number;
  now: Date;
  /** Claimed before: whoever did is gone, and what they sent may have arrived. It is sent again under the same id. */
  stale: Date;
  limit: number;
}

/** SQL: the call `c` is to be made now. */
const isDue = ({ now, stale }: Pick<Claiming, 'now' | 'stale'>) => Prisma.sql`
  (c.state = 'queued' and c."notBefore" <= ${now}::timestamptz or c.state = 'sending' and c."claimedAt" < ${stale}::timestamptz)`;

/** Endpoints for which something is to be sent now. */
export async function findDueEndpoints(db: Db, at: Pick<Claiming, 'now' | 'stale'>): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select e.id from "WebhookEndpoint" e where e."isOn" and e."pausedUntil" <= ${at.now}::timestamptz
      and exists (select 1 from "WebhookCall" c where c."endpointId" = e.id and ${isDue(at)})`;
  return rows.map(({ id }) => id);
}

/**
 * Claims the next calls of one endpoint; none while another process has some of it. Needs a transaction: whoever comes at
 * the same time waits at the endpoint's row and then sees what was claimed.
 */
export async function claimCalls(db: Db, claiming: Claiming): Promise<ClaimedCall[]> {
  const { endpointId, now, stale, limit } = claiming;
  const open = await db.$queryRaw<{ id: number }[]>`
    select id from "WebhookEndpoint" where id = ${endpointId}::int and "isOn" and "pausedUntil" <= ${now}::timestamptz for update`;
  if (open.length === 0) return [];
  return db.$queryRaw<ClaimedCall[]>`
    update "WebhookCall" x set state = 'sending', "claimedAt" = ${now}::timestamptz, attempts = x.attempts + 1
    where x.id in (select c.id from "WebhookCall" c where c."endpointId" = ${endpointId}::int and ${isDue(claiming)}
        order by c.id limit ${limit}::int)
      and not exists (select 1 from "WebhookCall" s where s."endpointId" = ${endpointId}::int and s.state = 'sending'
        and s."claimedAt" >= ${stale}::timestamptz)
    returning x.id, x."eventId", x.kind, x.at, x."assignmentId", x."replyId", x.attempts`;
}

export interface CallEnd {
  id: number;
  attempts: number;
  state: 'sent' | 'queued' | 'failed' | 'skipped';
  status: number | null;
  error: string | null;
  /** When it is tried again, where it is. */
  notBefore?: Date;
}

/** Writes how calls ended. One that somebody else took over meanwhile is theirs. */
export async function recordCalls(db: Db, ends: readonly CallEnd[], now: Date): Promise<void> {
  for (const { id, attempts, state, status, error, notBefore } of ends)
    await db.webhookCall.updateMany({
      where: { id, attempts, state: 'sending' },
      data: {
        ...{ state, status, error },
        ...(notBefore ? { notBefore } : {}),
        ...(state === 'queued' ? {} : { endedAt: now }),
      },
    });
}

/** One more failure of an endpoint, or the success that ends them. Returns since when it has been failing. */
export async function noteEndpoint(
  db: Db,
  id: number,
  { isGood, now, pausedUntil }: { isGood: boolean; now: Date; pausedUntil: (failures: number) => Date },
): Promise<Date | null> {
  if (isGood) {
    await db.webhookEndpoint.updateMany({
      where: { id, failures: { gt: 0 } },
      data: { failures: 0, failingSince: null },
    });
    return null;
  }
  const [row] = await db.$queryRaw<{ failures: number; failingSince: Date }[]>`
    update "WebhookEndpoint" set failures = failures + 1, "failingSince" = coalesce("failingSince", ${now}::timestamptz)
    where id = ${id}::int returning failures, "failingSince"`;
  if (!row) return null;
  await db.webhookEndpoint.updateMany({ where: { id }, data: { pausedUntil: pausedUntil(row.failures) } });
  return row.failingSince;
}

/** What an endpoint is told of a part, as it stands now. */
export interface CallFacts {
  number: number;
  directiveKind: string;
  directiveState: string;
  title: string;
  spec: AnswerSpec | null;
  unitCode: string;
  unitName: string;
  state: AssignmentState;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  dueAt: Date | null;
  answeredAt: Date | null;
  doneAt: Date | null;
  replyAt: Date | null;
  replySource: string | null;
  replyText: string | null;
}

/** The part that a call is about, with the reply that made the event; null when it is gone. */
export async function findCallFacts(
  db: Db,
  { assignmentId, replyId }: Pick<ClaimedCall, 'assignmentId' | 'replyId'>,
): Promise<CallFacts | null> {
  const rows = await db.$queryRaw<CallFacts[]>`
    select d.number, d.kind::text as "directiveKind", d.state::text as "directiveState", d.title, d.answer as spec,
      u.code as "unitCode", u.name as "unitName", a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value,
      a.difficulty, coalesce(a."dueAt", d."dueAt") as "dueAt", a."answeredAt", a."doneAt",
      r."receivedAt" as "replyAt", r.source as "replySource", r.text as "replyText"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
      left join "Reply" r on r.id = ${replyId}::int
    where a.id = ${assignmentId}::int`;
  return rows[0] ?? null;
}

/** Lets go of calls that ended before `before`. Returns how many. */
export async function forgetCalls(db: Db, before: Date): Promise<number> {
  return (await db.webhookCall.deleteMany({ where: { endedAt: { lt: before } } })).count;
}
