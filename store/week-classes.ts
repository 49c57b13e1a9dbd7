import type { Counts } from '../core/summary/classify.js';
import { classOf } from '../core/summary/summary-content.js';
import { Prisma, type Db } from './db.js';
import { withStops } from './lateness.js';
import { isWatched, type Watcher } from './progress.js';

interface Late {
  assignmentId: number;
  dueAt: Date;
  doneAt: Date | null;
  closedAt: Date | null;
}

/**
 * The four classes of what this person watches, of a period that runs, as they stand now. The same items as in the report on it
 * (store/summary-rows.ts), only counted: what is late by the calendar alone is looked at one by one.
 */
export async function countRunning(
  db: Db,
  watcher: Watcher,
  { startsAt, now }: { startsAt: Date; now: Date },
): Promise<Counts> {
  const items = Prisma.sql`
    select a.id as "assignmentId", coalesce(a."dueAt", d."dueAt") as "dueAt", a."doneAt", d."closedAt",
      coalesce(a."dueAt", d."dueAt") < coalesce(a."doneAt", d."closedAt", ${now}::timestamptz) as "isLate"
    from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d.number is not null and d.state in ('open', 'closed') and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
      and not a.cancelled and not a.excused and ${isWatched(watcher)}
      and (a."doneAt" is null or a."doneAt" >= ${startsAt}::timestamptz or exists (
        select 1 from "Reply" r where r."assignmentId" = a.id and r."receivedAt" >= ${startsAt}::timestamptz
          and (r.status is not null or r.value is not null)))`;
  const [inTime] = await db.$queryRaw<{ done: number; open: number }[]>`
    select (count(*) filter (where "doneAt" is not null))::int as done, (count(*) filter (where "doneAt" is null))::int as open
    from (${items}) item where "isLate" is not true`;
  const late = await db.$queryRaw<Late[]>`
    select "assignmentId", "dueAt", "doneAt", "closedAt" from (${items}) item where "isLate"`;
  const counts: Counts = {
    doneInTime: inTime?.done ?? 0,
    doneLate: 0,
    openInTerm: inTime?.open ?? 0,
    openOverdue: 0,
  };
  for (const row of await withStops(db, late, now)) counts[classOf(row, now)] += 1;
  return counts;
}
