import type { Db } from './db.js';

/** All units, parents before children of the same code order. Thousands at most: trees are walked in memory (core/tree.ts). */
export async function listUnits(db: Db) {
  return db.unit.findMany({ orderBy: { code: 'asc' } });
}

export type Unit = Awaited<ReturnType<typeof listUnits>>[number];
