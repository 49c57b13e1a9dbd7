import type { AssignmentState } from '../core/replies/answer-state.js';
import { askRows, Prisma, type Db } from './db.js';
import { isSeen } from './directive-list.js';
import { isWatched, type Watcher } from './progress.js';

export interface MatrixDirective {
  id: number;
  number: number;
  title: string;
}

export const matrixStates = ['open', 'all'] as const;
export type MatrixState = (typeof matrixStates)[number];

/** SQL condition: the directive `d` is one to be answered, of those that are wanted. */
const isWanted = (state: MatrixState) =>
  state === 'open'
    ? Prisma.sql`d.state = 'open' and d.kind <> 'notice'`
    : Prisma.sql`d.state in ('open', 'closed') and d.kind <> 'notice'`;

/** Directives of which this person may see something, the newest first. */
export async function listColumns(
  db: Db,
  watcher: Watcher,
  { state, offset, most }: { state: MatrixState; offset: number; most: number },
): Promise<{ rows: MatrixDirective[]; total: number }> {
  const rows = await db.$queryRaw<(MatrixDirective & { whole: number })[]>`
    select d.id, d.number, d.title, count(*) over ()::int as whole from "Directive" d
    where d.number is not null and ${isWanted(state)} and ${isSeen(watcher)}
    order by d.number desc limit ${most}::int offset ${offset}::int`;
  return { rows, total: rows[0]?.whole ?? 0 };
}

export interface MatrixUnit {
  id: number;
  code: string;
  name: string;
}

/** Units with a part in these directives that this person watches, by code; or those first that have most parts open behind their deadline by the calendar. */
export async function listRowUnits(
  db: Db,
  watcher: Watcher,
  { directiveIds, now, sort }: { directiveIds: readonly number[]; now: Date; sort: 'unit' | 'overdue' },
): Promise<MatrixUnit[]> {
  const own = Prisma.sql`"Assignment" a join "Directive" d on d.id = a."directiveId"
    where d.id = any(${[...directiveIds]}::int[]) and not a.cancelled and not a.excused and ${isWatched(watcher)}`;
  // To be in the list at all a unit's parts need not be counted, and to be first in it only those behind.
  const behind =
    sort === 'unit'
      ? Prisma.sql`(select null::int as "unitId", 0 as behind where false)`
      : Prisma.sql`(select a."unitId", count(*) as behind from ${own} and a."doneAt" is null
          and coalesce(a."dueAt", d."dueAt") < coalesce(d."closedAt", ${now}::timestamptz) group by 1)`;
  const units = Prisma.sql`select u.id, u.code, u.name, coalesce(c.behind, 0) as behind
    from "Unit" u left join ${behind} c on c."unitId" = u.id
    where exists (select 1 from ${own} and a."unitId" = u.id)`;
  return askRows<MatrixUnit>(db)`
    with x as (${units}) select id, code, name from x order by behind desc, code`;
}

export interface MatrixPart {
  assignmentId: number;
  unitId: number;
  directiveId: number;
  state: AssignmentState;
  dueAt: Date | null;
  doneAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
}

/** How these units stand with these directives. */
export async function listCells(
  db: Db,
  watcher: Watcher,
  { directiveIds, unitIds }: { directiveIds: readonly number[]; unitIds: readonly number[] },
): Promise<MatrixPart[]> {
  return askRows<MatrixPart>(db)`
    select a.id as "assignmentId", a."unitId", a."directiveId", a.state, coalesce(a."dueAt", d."dueAt") as "dueAt",
      a."doneAt", a."answeredAt", d."closedAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a."unitId" = any(${[...unitIds]}::int[]) and a."directiveId" = any(${[...directiveIds]}::int[])
      and not a.cancelled and not a.excused and ${isWatched(watcher)}`;
}

export type UnitPart = MatrixPart & Pick<MatrixDirective, 'number' | 'title'> & { sentAt: Date };

/** What a unit was given, the newest first. */
export async function listPartsOfUnit(db: Db, unitId: number, most: number): Promise<UnitPart[]> {
  return askRows<UnitPart>(db)`
    select a.id as "assignmentId", a."unitId", a."directiveId", a.state, coalesce(a."dueAt", d."dueAt") as "dueAt",
      a."doneAt", a."answeredAt", d."closedAt", d.number, d.title, d."sentAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a."unitId" = ${unitId}::int and d.number is not null and d.kind <> 'notice' and d.state in ('open', 'closed')
      and not a.cancelled and not a.excused
    order by d.number desc limit ${most}::int`;
}
