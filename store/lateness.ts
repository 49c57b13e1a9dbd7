import type { Stop } from '../core/lateness/fair-lateness.js';
import { figures, moments, readFigures, readMoments } from './columns.js';
import { parseRows, Prisma, type Db } from './db.js';
import { lookAgain } from './overdue-calls.js';

/**
 * When the clocks of these assignments stood still: until the directive reached a group of the unit, in outages of the
 * system, in those of the platforms that the unit's groups are on, and in what was written down for the part itself.
 */
export async function findStops(db: Db, assignmentIds: readonly number[]): Promise<Map<number, Stop[]>> {
  const stops = new Map<number, Stop[]>();
  if (assignmentIds.length === 0) return stops;
  const [found] = await db.$queryRaw<[Record<'parts' | 'sent' | 'reached' | 'at' | 'others', string>]>`
    with own as materialized (
      -- One by one along the key: of many, PostgreSQL would read through all that there ever were.
      select a.id, a."unitId", a."directiveId" from unnest(${[...assignmentIds]}::int[]) one(id)
        cross join lateral (select * from "Assignment" where id = one.id offset 0) a
    ), part as materialized (
      select own.*, d."sentAt" from own join "Directive" d on d.id = own."directiveId" where d."sentAt" is not null
    ), reached as (
      select x."assignmentId" as id, x."sentAt" as at from "Delivery" x
      where x."directiveId" = any(array(select distinct "directiveId" from part)) and x.kind = 'directive' and x.state = 'sent'
        and x."sentAt" is not null and exists (select 1 from part where part.id = x."assignmentId")
    ), stop as (
    select part.id, null as cause, o."startsAt" as "from", o."endsAt" as "to" from part join "Outage" o on o."endsAt" > part."sentAt"
    where o.channel = '' or exists (
      select 1 from "Chat" c where c."unitId" = part."unitId" and c.role = 'unit' and c.channel = o.channel)
    union all
    select s."assignmentId", 'issuer', s."startsAt", s."endsAt" from "ClockStop" s join part on part.id = s."assignmentId"
    ) select * from (select ${figures(Prisma.sql`id`)} as parts, ${moments(Prisma.sql`"sentAt"`)} as sent from part) p,
      (select ${figures(Prisma.sql`id`)} as reached, ${moments(Prisma.sql`at`)} as at from reached) r,
      (select coalesce(json_agg(stop), '[]')::text as others from stop) o`;
  const add = (id: number, stop: Stop) => {
    const own = stops.get(id);
    if (own) own.push(stop);
    else stops.set(id, [stop]);
  };
  for (const { id, ...stop } of listUnreached(found)) add(id, stop);
  const others = parseRows<{ id: number; from: Date; to: Date | null; cause: 'issuer' | null }>(
    [{ rows: found.others }],
    { from: true, to: true },
  );
  for (const { id, from, to, cause } of others) add(id, cause ? { from, to, cause } : { from, to });
  return stops;
}

/** From when it was sent until it first reached a group of the unit; one that never did has no end. */
function listUnreached(
  found: Record<'parts' | 'sent' | 'reached' | 'at', string>,
): (Stop & { id: number })[] {
  const [parts, sent] = [readFigures(found.parts), readMoments(found.sent)];
  const [reached, at] = [readFigures(found.reached), readMoments(found.at)];
  const first = new Map<number, number>();
  for (const [place, id] of reached.entries()) first.set(id, Math.min(first.get(id) ?? Infinity, at[place]!));
  const stops: (Stop & { id: number })[] = [];
  for (const [place, id] of parts.entries()) {
    const [from, to] = [sent[place]!, first.get(id)];
    if (from !== to) stops.push({ id, from: new Date(from), to: to === undefined ? null : new Date(to) });
  }
  return stops;
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
