import type { Counts } from '../core/summary/classify.js';
import { classOf } from '../core/summary/summary-content.js';
import { Prisma, type Db } from './db.js';
import { withStops } from './lateness.js';
import { countedClasses, judgedBy, judgedItems } from './judged.js';
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
    select ${countedClasses(Prisma.sql`not "isDoubtful"`)},
      coalesce(array_agg(id) filter (where "isDoubtful"), '{}') as doubtful
    from judged`;
  const { doubtful, ...counts } = sure as Counts & { doubtful: number[] };
  for (const row of await withStops(db, await listLate(db, doubtful), running.now))
    counts[classOf(row, running.now, row.stops)] += 1;
  return counts;
}

/** SQL: the items of what this person watches, judged (store/judged.ts). */
const judged = ({ watcher, startsAt, now }: Running, endsAt = new Date(now.getTime() + 1)) => Prisma.sql`
  with touched as materialized (
    select distinct "assignmentId" as id from "Reply"
    where "receivedAt" >= ${startsAt}::timestamptz and (status is not null or value is not null) and "assignmentId" is not null
  ), item as materialized (
    select a.id, d.id as "directiveId", d."sentAt", ${judgedBy(endsAt)}
    from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d.number is not null and d.state in ('open', 'closed') and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
      and not a.cancelled and not a.excused and ${isWatched(watcher)}
      and (a."doneAt" is null or a."doneAt" >= ${startsAt}::timestamptz or a.id in (select id from touched))
  ), ${judgedItems(endsAt)}`;

async function listLate(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<{ assignmentId: number; dueAt: Date; doneAt: Date | null; closedAt: Date | null }[]>`
    select a.id as "assignmentId", coalesce(a."dueAt", d."dueAt") as "dueAt", a."doneAt", d."closedAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" where a.id = any(${ids}::int[])`;
}
