import type { Counts } from '../core/summary/classify.js';
import { classOf } from '../core/summary/summary-content.js';
import { Prisma, type Db } from './db.js';
import { withStops } from './lateness.js';
import { isWatched, type Watcher } from './progress.js';

interface Running {
  watcher: Watcher;
  startsAt: Date;
  now: Date;
}

/**
 * The four classes of what this person watches, of a period that runs, as they stand now: the same items as in the report on it
 * (store/summary-items.ts), only counted. What is late by more than its clock can have stood is late; the few others are
 * looked at one by one.
 */
export async function countRunning(db: Db, running: Running): Promise<Counts> {
  const [sure] = await db.$queryRaw<Counts[]>`
    ${judged(running)}
    select count(*) filter (where not "isLate" and "isDone")::int as "doneInTime",
      count(*) filter (where "isLate" and not "isDoubtful" and "isDone")::int as "doneLate",
      count(*) filter (where not "isLate" and not "isDone")::int as "openInTerm",
      count(*) filter (where "isLate" and not "isDoubtful" and not "isDone")::int as "openOverdue",
      coalesce(array_agg(id) filter (where "isDoubtful"), '{}') as doubtful
    from judged`;
  const { doubtful, ...counts } = sure as Counts & { doubtful: number[] };
  for (const row of await withStops(db, await listLate(db, doubtful), running.now))
    counts[classOf(row, running.now, row.stops)] += 1;
  return counts;
}

/** Items with how late they are by the calendar, and whether the time in which their clock stood could explain it. */
const judged = ({ watcher, startsAt, now }: Running) => Prisma.sql`
  with touched as materialized (
    select distinct "assignmentId" as id from "Reply"
    where "receivedAt" >= ${startsAt}::timestamptz and (status is not null or value is not null) and "assignmentId" is not null
  ), item as materialized (
    select a.id, d.id as "directiveId", d."sentAt", a."doneAt" is not null as "isDone",
      coalesce(a."doneAt", d."closedAt", ${now}::timestamptz) - coalesce(a."dueAt", d."dueAt") as late
    from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d.number is not null and d.state in ('open', 'closed') and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
      and not a.cancelled and not a.excused and ${isWatched(watcher)}
      and (a."doneAt" is null or a."doneAt" >= ${startsAt}::timestamptz or a.id in (select id from touched))
  ), away as (
    select coalesce(sum("endsAt" - "startsAt"), interval '0') as whole from "Outage" where "endsAt" > (select min("sentAt") from item)
  ), reached as materialized (
    select x."assignmentId" as id, min(x."sentAt") as at from "Delivery" x
    where x.kind = 'directive' and x.state = 'sent'
      and x."directiveId" in (select distinct "directiveId" from item where late > interval '0')
    group by 1
  ), stopped as (
    select "assignmentId" as id, sum(coalesce("endsAt", ${now}::timestamptz) - "startsAt") as whole from "ClockStop" group by 1
  ), judged as (
    select i.id, i."isDone", coalesce(i.late > interval '0', false) as "isLate",
      coalesce(i.late > interval '0' and (r.at is null
        or i.late <= r.at - i."sentAt" + away.whole + coalesce(s.whole, interval '0')), false) as "isDoubtful"
    from item i cross join away left join reached r on r.id = i.id left join stopped s on s.id = i.id
  )`;

async function listLate(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<{ assignmentId: number; dueAt: Date; doneAt: Date | null; closedAt: Date | null }[]>`
    select a.id as "assignmentId", coalesce(a."dueAt", d."dueAt") as "dueAt", a."doneAt", d."closedAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" where a.id = any(${ids}::int[])`;
}
