import type { TreeNode } from '../core/tree.js';
import type { UnitFacts, UnitPlan } from '../core/units/plan-units.js';
import { Prisma, type Db } from './db.js';

/** All units, parents before children of the same code order. Thousands at most: trees are walked in memory (core/tree.ts). */
export async function listUnits(db: Db) {
  return db.unit.findMany({ orderBy: { code: 'asc' } });
}

/** SQL: `path`, the units with these ids and all above them, looked up one by one. After `with recursive`. */
export const pathFrom = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`path(id, "parentId") as (
  select id, "parentId" from "Unit" where id = any(${ids})
  union select u.id, u."parentId" from path p
    cross join lateral (select id, "parentId" from "Unit" where id = p."parentId" limit 1) u
)`;

/** These units and all above them, for core/tree.ts pathOf: a few of thousands. */
export async function listPaths(db: Db, unitIds: readonly number[]): Promise<TreeNode[]> {
  return db.$queryRaw<TreeNode[]>`
    with recursive ${pathFrom(Prisma.sql`${[...unitIds]}::int[]`)} select id, "parentId" from path`;
}

export type Unit = Awaited<ReturnType<typeof listUnits>>[number];

/** The unit with this code, in any letter case; null when there is none. */
export async function findUnit(db: Db, code: string): Promise<Unit | null> {
  return db.unit.findUnique({ where: { code: code.trim().toUpperCase() } });
}

/** The unit's own time zone; null where it has none. */
export async function findZone(db: Db, unitId: number): Promise<string | null> {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { timeZone: true } });
  return unit?.timeZone ?? null;
}

/** The units as lists name them: parents by their codes. */
export async function listUnitFacts(db: Db): Promise<UnitFacts[]> {
  const units = await listUnits(db);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return units.map(({ code, name, parentId, tags, timeZone }) => ({
    code,
    name,
    parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
    tags,
    timeZone,
  }));
}

/** Whoever changes the tree takes turns until the transaction ends: two moves at once could close a circle. */
export async function lockUnits(db: Db): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('giaoban.units'))`;
}

const chunk = 200;

/** Writes what a plan (core/units/plan-units.ts, without problems) adds and changes. `onWritten` is told how many rows are in. */
export async function applyUnitPlan(
  db: Db,
  plan: UnitPlan,
  { now, onWritten = () => undefined }: { now: Date; onWritten?: (count: number) => void },
): Promise<void> {
  const { added } = plan;
  for (let at = 0; at < added.length; at += chunk) {
    const data = added.slice(at, at + chunk).map(({ code, name }) => ({ code, name }));
    await db.unit.createMany({ data });
    onWritten(at + data.length);
  }
  await recordMoves(db, plan.changed, now);
  // Parents may stand behind their children: links are set when every row is there.
  const linked = [...added, ...plan.changed];
  for (let at = 0; at < linked.length; at += chunk) {
    await updateUnits(db, linked.slice(at, at + chunk));
    onWritten(Math.min(added.length + at + chunk, added.length + linked.length));
  }
}

/** What stood elsewhere until now is written down: reports on the time before count it there. */
async function recordMoves(db: Db, units: UnitFacts[], now: Date): Promise<void> {
  await db.$executeRaw`
    insert into "UnitPlace" ("unitId", "parentId", until)
    select u.id, u."parentId", ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r(code text, "parentCode" text)
    join "Unit" u on u.code = r.code left join "Unit" p on p.code = r."parentCode"
    where u."parentId" is distinct from p.id`;
}

async function updateUnits(db: Db, units: UnitFacts[]): Promise<void> {
  await db.$executeRaw`
    update "Unit" u set name = r.name, "parentId" = p.id, "timeZone" = r."timeZone",
      tags = array(select jsonb_array_elements_text(r.tags))
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
      as r(code text, name text, "parentCode" text, tags jsonb, "timeZone" text)
    left join "Unit" p on p.code = r."parentCode" where u.code = r.code`;
}

/** Whether other units stand right below. */
export async function hasUnitsBelow(db: Db, unitId: number): Promise<boolean> {
  return (await db.unit.findFirst({ where: { parentId: unitId }, select: { id: true } })) !== null;
}

/** What stands in the way of removing a unit. */
export type UnitUse = 'children' | 'work' | 'group';

/** Removes a unit that nothing hangs on, with its codes and roles. Returns what stands in the way, or null when it is gone. */
export async function removeUnit(db: Db, unitId: number): Promise<UnitUse | null> {
  if (await hasUnitsBelow(db, unitId)) return 'children';
  if (await db.assignment.findFirst({ where: { unitId }, select: { id: true } })) return 'work';
  const planned = { state: { in: ['draft' as const, 'scheduled' as const] }, unitIds: { has: unitId } };
  if (await db.directive.findFirst({ where: planned, select: { id: true } })) return 'work';
  if (await db.chat.findFirst({ where: { unitId, state: 'active' }, select: { id: true } })) return 'group';
  await db.chat.updateMany({ where: { unitId }, data: { unitId: null, role: 'none', boundAt: null } });
  await db.invite.deleteMany({ where: { unitId } });
  await db.unit.delete({ where: { id: unitId } });
  return null;
}
