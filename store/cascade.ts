import type { PartBelow } from '../core/cascade/sum-below.js';
import { askRows, type Db } from './db.js';

/** How the units below stand with what was passed on from a part. */
export async function listPartsBelow(db: Db, assignmentId: number): Promise<PartBelow[]> {
  return askRows<PartBelow>(db)`
    select u.code as "unitCode", a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value, a.difficulty, a."doneAt"
    from "Directive" d join "Assignment" a on a."directiveId" = d.id join "Unit" u on u.id = a."unitId"
    where d."passedFromId" = ${assignmentId}::int and d.state in ('open', 'closed') and not a.cancelled and not a.excused
    order by u.code`;
}

/** Whether what stands was said, or is computed from below. */
export async function setByHand(db: Db, assignmentId: number, byHand: boolean): Promise<void> {
  await db.assignment.updateMany({ where: { id: assignmentId, byHand: !byHand }, data: { byHand } });
}

/** The part that a directive was passed on from: whose, of which directive; null when it is gone. */
export async function findPassedPart(db: Db, assignmentId: number) {
  return db.assignment.findUnique({
    where: { id: assignmentId },
    select: {
      id: true,
      unitId: true,
      directiveId: true,
      unit: { select: { code: true, name: true, timeZone: true } },
      directive: { select: { number: true, body: true } },
    },
  });
}

/** Units that have what was passed on from a part, or are about to get it: then it has no number yet. */
export async function listUnitsBelow(
  db: Db,
  assignmentId: number,
): Promise<{ unitId: number; number: number | null }[]> {
  return db.$queryRaw<{ unitId: number; number: number | null }[]>`
    select a."unitId", d.number from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d."passedFromId" = ${assignmentId}::int and d.state = 'open' and d.number is not null and not a.cancelled
    union
    select unnest(d."unitIds"), null from "Directive" d
    where d."passedFromId" = ${assignmentId}::int and d.state = 'scheduled'`;
}

/** Directives passed on from the parts of a directive, of one unit or of all, that have not ended; with those parts' deadlines. */
export async function listPassedOn(
  db: Db,
  directiveId: number,
  unitId: number | null = null,
): Promise<{ id: number; aboveDueAt: Date | null }[]> {
  const rows = await db.directive.findMany({
    where: {
      state: { in: ['draft', 'scheduled', 'open'] },
      passedFrom: { directiveId, ...(unitId === null ? {} : { unitId }) },
    },
    select: { id: true, passedFrom: { select: { dueAt: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, passedFrom }) => ({ id, aboveDueAt: passedFrom?.dueAt ?? null }));
}

/** What the same units passed on from either of two directives, in pairs: of the first, and of the second. */
export async function listTwinsBelow(
  db: Db,
  fromId: number,
  intoId: number,
): Promise<{ fromId: number; intoId: number }[]> {
  return db.$queryRaw<{ fromId: number; intoId: number }[]>`
    select distinct on (f.id) f.id as "fromId", i.id as "intoId"
    from "Directive" f join "Assignment" a on a.id = f."passedFromId" and a."directiveId" = ${fromId}::int
      join "Assignment" b on b."unitId" = a."unitId" and b."directiveId" = ${intoId}::int
      join "Directive" i on i."passedFromId" = b.id
    where f.state in ('open', 'closed') and i.state in ('open', 'closed') order by f.id, i.id`;
}

/** Of these parts, those that were passed on: how many below have fulfilled it, and whether what stands was said. */
export async function countBelow(
  db: Db,
  assignmentIds: readonly number[],
): Promise<Map<number, { fulfilled: number; total: number; byHand: boolean }>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: number; fulfilled: number; total: number; byHand: boolean }[]>`
    select p.id, p."byHand", count(a."doneAt")::int as fulfilled, count(*)::int as total
    from "Directive" d join "Assignment" p on p.id = d."passedFromId" join "Assignment" a on a."directiveId" = d.id
    where d."passedFromId" = any(${[...assignmentIds]}::int[]) and d.state in ('open', 'closed')
      and not a.cancelled and not a.excused
    group by p.id`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}
