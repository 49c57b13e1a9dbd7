import { Prisma, type Db } from './db.js';
import { dueByClock } from './due.js';

/** Parts that are looked at at once: more is a backlog of old ones, of which the next tick takes more. */
const atOnce = 10_000;

/** SQL: the part `a` owes an answer, whatever its deadline. As the partial indexes have it. */
const owes = Prisma.sql`
  a."doneAt" is null and a.state <> 'done' and not a.cancelled and not a.excused`;

const wanted = Prisma.sql`e."isOn" and 'overdue' = any(e.events)`;

export interface Passing {
  now: Date;
  /** What passed before is no news: calls about it may be forgotten. */
  since: Date;
}

/**
 * Writes down whose deadline has passed by now, once for each deadline and endpoint: of those that passed since the endpoint
 * is on, and not before `since`. Returns how many.
 *
 * Costs what is newly overdue: a part that was looked at is marked with the deadline it had, and an index has those that
 * lack the mark. A deadline that moves parts from its mark by itself; where the time moves that its clock stood, the mark is
 * taken off (`lookAgain`). Parts are locked before they are read, so what moves them at the same moment is seen here or takes
 * the mark off afterwards. Nobody is waited for: who holds a part is looked at next time. Needs a transaction.
 */
export async function queueOverdue(db: Db, { now, since }: Passing): Promise<number> {
  const endpoints = await db.$queryRaw<unknown[]>`select 1 from "WebhookEndpoint" e where ${wanted} limit 1`;
  const ids = endpoints.length === 0 ? [] : await lockUnseen(db, now);
  if (ids.length === 0) return 0;
  const rows = await db.$queryRaw<{ count: number }[]>`
    with part as materialized (
      select id, base, due, "isNews", 'overdue-' || id || '-' || extract(epoch from due)::bigint as key from (
        select a.id, coalesce(a."dueAt", d."dueAt") as base, ${dueByClock} as due,
          d.state = 'open' and d.number is not null and d.kind <> 'notice' as "isNews"
        from "Assignment" a join "Directive" d on d.id = a."directiveId" where a.id = any(${ids}::int[]) and ${owes}) p
    ), told as (
      insert into "WebhookCall" ("endpointId", "eventId", kind, "assignmentId", at)
      select e.id, p.key, 'overdue', p.id, p.due from part p join "WebhookEndpoint" e on ${wanted}
      where p."isNews" and p.due < ${now}::timestamptz and p.due >= greatest(e."onSince", ${since}::timestamptz)
        -- Looked for first: a row that meets a conflict uses up a number.
        and not exists (select 1 from "WebhookCall" c where c."endpointId" = e.id and c."eventId" = p.key)
      on conflict do nothing returning id
    ), marked as (
      update "Assignment" a set "overdueFor" = p.base from part p
      where a.id = p.id and (p.due < ${now}::timestamptz or not p."isNews")
    )
    select count(*)::int as count from told`;
  return rows[0]?.count ?? 0;
}

/**
 * Parts that owe an answer, whose deadline passed and was not looked at, the newest first; held until the transaction ends.
 * A part has no deadline of its own where its directive got one after the unit was done. With an order and a limit the
 * planner walks along the index, whatever it thinks of how much is there.
 */
async function lockUnseen(db: Db, now: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select a.id from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a.id = any(array(
        select a.id from "Assignment" a
        where ${owes} and a."overdueFor" is distinct from a."dueAt" and a."dueAt" < ${now}::timestamptz
        order by a."dueAt" desc limit ${atOnce}::int
      ) || array(
        select a.id from "Directive" d join "Assignment" a on a."directiveId" = d.id
        where d.state = 'open' and d."dueAt" < ${now}::timestamptz and a."dueAt" is null and ${owes}
          and a."overdueFor" is distinct from d."dueAt" limit ${atOnce}::int))
      and (d.state <> 'open' or ${dueByClock} < ${now}::timestamptz)
    for update of a skip locked`;
  return rows.map(({ id }) => id);
}

/**
 * The clock of these parts stood for another time than before: whether their deadline has passed is to be looked at again.
 * In the transaction that changes it, and whatever the mark is: it may be set at this moment.
 */
export async function lookAgain(db: Db, parts: readonly { assignmentId: number }[]): Promise<void> {
  if (parts.length === 0) return;
  const ids = parts.map(({ assignmentId }) => assignmentId);
  await db.$executeRaw`update "Assignment" set "overdueFor" = null where id = any(${ids}::int[])`;
}
