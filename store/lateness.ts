import type { Stop } from '../core/lateness/fair-lateness.js';
import { parseRows, type Db } from './db.js';
import { lookAgain } from './overdue-calls.js';

/**
 * When the clocks of these assignments stood still: until the directive reached a group of the unit, in outages of the
 * system, in those of the platforms that the unit's groups are on, and in what was written down for the part itself.
 */
export async function findStops(db: Db, assignmentIds: readonly number[]): Promise<Map<number, Stop[]>> {
  const stops = new Map<number, Stop[]>();
  if (assignmentIds.length === 0) return stops;
  const rows = parseRows<{ id: number; from: Date; to: Date | null; cause: 'issuer' | null }>(
    await db.$queryRaw<{ rows: string }[]>`
    with part as materialized (
      select a.id, a."unitId", a."directiveId", d."sentAt" from "Assignment" a join "Directive" d on d.id = a."directiveId"
      where a.id = any(${[...assignmentIds]}::int[]) and d."sentAt" is not null
    ), reached as materialized (
      select x."assignmentId", min(x."sentAt") as at from "Delivery" x
      where x."directiveId" = any(array(select distinct "directiveId" from part)) and x.kind = 'directive' and x.state = 'sent'
        and x."assignmentId" = any(${[...assignmentIds]}::int[])
      group by 1
    ), stop as (
    select id, null as cause, "sentAt" as "from", reached.at as "to"
    from part left join reached on reached."assignmentId" = part.id where reached.at is distinct from "sentAt"
    union all
    select part.id, null, o."startsAt", o."endsAt" from part join "Outage" o on o."endsAt" > part."sentAt"
    where o.channel = '' or exists (
      select 1 from "Chat" c where c."unitId" = part."unitId" and c.role = 'unit' and c.channel = o.channel)
    union all
    select s."assignmentId", 'issuer', s."startsAt", s."endsAt" from "ClockStop" s join part on part.id = s."assignmentId"
    ) select coalesce(json_agg(stop), '[]')::text as rows from stop`,
    { from: true, to: true },
  );
  for (const { id, from, to, cause } of rows)
    stops.set(id, [...(stops.get(id) ?? []), cause ? { from, to, cause } : { from, to }]);
  return stops;
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
  const late = rows.filter(({ dueAt, doneAt }) => {
    const end = doneAt ?? openAt;
    return dueAt !== null && end !== null && end > dueAt;
  });
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
