import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { overMany, type Database, type Db } from './db.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

const isReplanned = async (on: Db) => {
  const [row] = await on.$queryRaw<{ mode: string }[]>`select current_setting('plan_cache_mode') as mode`;
  return row!.mode === 'force_custom_plan';
};

test('statements over many rows are planned for their values, and no others', async () => {
  expect(await overMany(db, isReplanned)).toBe(true);
  expect(await Promise.all(Array.from({ length: 6 }, () => isReplanned(db)))).toEqual(Array(6).fill(false));
});

test('the tenth run of a statement is planned like the first', async () => {
  const unit = { code: 'XA01', name: 'Xã An Bình' };
  await db.unit.create({ data: unit });
  const plans = await overMany(db, async (tx) => {
    for (let run = 0; run < 10; run += 1)
      await tx.$queryRaw`select name from "Unit" where code = ${unit.code}`;
    return tx.$queryRaw<{ generic: number; custom: number }[]>`
      select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
      where statement like 'select name from "Unit" where code%'`;
  });
  expect(plans).toEqual([{ generic: 0, custom: 10 }]);
});
