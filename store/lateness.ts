import type { Stop } from '../core/lateness/fair-lateness.js';
import { figures, moments, readFigures, readMoments } from './columns.js';
import { Prisma, type Db } from './db.js';
import { lookAgain } from './overdue-calls.js';
import { loadStandstills, stopsOf } from './standstills.js';

/** When the clocks of these assignments stood still (store/standstills.ts). */
export async function findStops(db: Db, assignmentIds: readonly number[]): Promise<Map<number, Stop[]>> {
  if (assignmentIds.length === 0) return new Map();
  const [found] = await db.$queryRaw<
    [Record<'parts' | 'units' | 'directives' | 'sent' | 'reached' | 'at', string>]
  >`
    with part as materialized (
      -- One by one along the key: of many, PostgreSQL would read through all that there ever were.
      select a.id, a."unitId", a."directiveId", d."sentAt" from unnest(${[...assignmentIds]}::int[]) one(id)
        cross join lateral (select * from "Assignment" where id = one.id offset 0) a
        join "Directive" d on d.id = a."directiveId" where d."sentAt" is not null
    ), reached as (
      select x."assignmentId" as id, min(x."sentAt") as at from "Delivery" x
      where x."directiveId" = any(array(select distinct "directiveId" from part)) and x.kind = 'directive' and x.state = 'sent'
        and x."sentAt" is not null and exists (select 1 from part where part.id = x."assignmentId")
      group by 1
    ) select * from (select ${figures(Prisma.sql`id`)} as parts, ${figures(Prisma.sql`"unitId"`)} as units,
        ${figures(Prisma.sql`"directiveId"`)} as directives, ${moments(Prisma.sql`"sentAt"`)} as sent from part) p,
      (select ${figures(Prisma.sql`id`)} as reached, ${moments(Prisma.sql`at`)} as at from reached) r`;
  const [units, directives, sent] = [
    readFigures(found.units),
    readFigures(found.directives),
    readMoments(found.sent),
  ];
  const [reached, at] = [readFigures(found.reached), readMoments(found.at)];
  const first = new Map(Array.from(reached, (id, place) => [id, new Date(at[place]!)]));
  const standstills = await loadStandstills(db, [...new Set(directives)]);
  const stops = Array.from(readFigures(found.parts), (assignmentId, place) => {
    const [unitId, sentAt] = [units[place]!, new Date(sent[place]!)];
    const reachedAt = first.get(assignmentId) ?? null;
    return [assignmentId, stopsOf({ assignmentId, unitId, sentAt, reachedAt }, standstills)] as const;
  });
  return new Map(stops);
}

/** Whether a row is late by the calendar, at `openAt` if it is not done. */
function isLate(row: { dueAt: Date | null; doneAt: Date | null } | null, openAt: Date | null): boolean {
  const end = row && (row.doneAt ?? openAt);
  return end !== null && row?.dueAt != null && end > row.dueAt;
}

/**
 * Gives the rows that are late by the calendar the times in which their clock stood. `openAt`: the moment at which what
 * is not done is judged; without it only what is done can be late.
 */
export async function withStops<T extends { assignmentId: number; dueAt: Date | null; doneAt: Date | null }>(
  db: Db,
  rows: readonly T[],
  openAt: Date | null = null,
): Promise<(T & { stops: Stop[] })[]> {
  const late = rows.filter((row) => isLate(row, openAt));
  const stops = await findStops(
    db,
    late.map(({ assignmentId }) => assignmentId),
  );
  return rows.map((row) => ({ ...row, stops: stops.get(row.assignmentId) ?? [] }));
}

/** The unit's clock stands still from now on: the matter is back with the issuer. One stop a reason at a time. */
export async function stopClock(db: Db, assignmentId: number, reason: string, now: Date): Promise<void> {
  await db.$executeRaw`
    insert into "ClockStop" ("assignmentId", reason, "startsAt")
    select ${assignmentId}::int, ${reason}, ${now}::timestamptz where not exists (
      select 1 from "ClockStop" where "assignmentId" = ${assignmentId}::int and reason = ${reason} and "endsAt" is null)
    on conflict do nothing`;
}

/**
 * A deadline was set anew for these units: what was lost before is in it. A clock that stands counts from now on.
 */
export async function forgetStops(db: Db, directiveId: number, unitIds: number[], now: Date): Promise<void> {
  const where = { assignment: { directiveId, unitId: { in: unitIds } } };
  const ended = { ...where, endsAt: { not: null } };
  const counted = await db.clockStop.findMany({
    where: { ...ended, reason: 'acceptance' },
    select: { assignmentId: true },
  });
  await lookAgain(db, counted);
  await db.clockStop.deleteMany({ where: ended });
  await db.clockStop.updateMany({ where: { ...where, endsAt: null }, data: { startsAt: now } });
}

/** The unit's clock runs again. Nothing when it did not stand for that reason. */
export async function startClock(db: Db, assignmentId: number, reason: string, now: Date): Promise<void> {
  // The part before its stops, as everywhere: two that meet do not wait for each other.
  if (reason === 'acceptance') await lookAgain(db, [{ assignmentId }]);
  await db.clockStop.updateMany({ where: { assignmentId, reason, endsAt: null }, data: { endsAt: now } });
}
