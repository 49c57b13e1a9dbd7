import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, openTestDatabase } from '../test/harness/database.js';
import { runSql } from '../test/harness/find-database.js';
import { openDatabase, overMany, type Database, type Db } from './db.js';

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

test('nothing is compiled before it runs', async () => {
  const [row] = await db.$queryRaw<{ jit: string }[]>`select current_setting('jit') as jit`;
  expect(row!.jit).toBe('off');
});

test('a server that lives in Vietnam takes a moment for what it is', async () => {
  const url = await createDatabase('servers');
  await runSql(url, `alter database ${url.split('/').at(-1)} set timezone = 'Asia/Ho_Chi_Minh'`);
  const elsewhere = openDatabase(url, 1);
  const at = new Date('2026-05-04T05:06:07.890Z');
  const [row] = await elsewhere.$queryRaw<{ ms: number; text: string; at: Date }[]>`
    select (extract(epoch from ${at}::timestamptz) * 1000)::float8 as ms, to_json(${at}::timestamptz)::text as text,
      '2026-05-04T05:06:07.890Z'::timestamptz as at`;
  await elsewhere.$disconnect();
  expect([row!.ms, row!.at, new Date(JSON.parse(row!.text) as string)]).toEqual([at.getTime(), at, at]);
});
