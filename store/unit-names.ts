import { askRows, Prisma, type Db } from './db.js';
import type { Watcher } from './progress.js';

export interface UnitName {
  id: number;
  code: string;
  name: string;
}

/** More than these nobody picks out of a list. */
const most = 500;

/** The units that somebody watches, by code. */
export async function listUnitNames(db: Db, { unitIds }: Pick<Watcher, 'unitIds'>): Promise<UnitName[]> {
  const isWatched = unitIds === null ? Prisma.sql`true` : Prisma.sql`id = any(${unitIds}::int[])`;
  return db.$queryRaw<UnitName[]>`
    select id, code, name from "Unit" where ${isWatched} order by code limit ${most}::int`;
}

export interface TreeUnit extends UnitName {
  parentId: number | null;
}

/** The whole tree, names alone, by code. */
export async function listTree(db: Db): Promise<TreeUnit[]> {
  return askRows<TreeUnit>(db)`select id, code, name, "parentId" from "Unit" order by code`;
}
