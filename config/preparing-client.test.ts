import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../test/harness/database.js';
import { PreparingClient } from './preparing-client.js';

let pool: pg.Pool;
beforeAll(async () => {
  pool = new pg.Pool({ connectionString: await createDatabase('servers'), max: 1, Client: PreparingClient });
});
afterAll(() => pool.end());

const listPrepared = async () =>
  (await pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows;

test('a statement with parameters is prepared once a connection, others are not', async () => {
  for (const value of [1, 2]) {
    const { rows } = await pool.query<{ twice: number }>('select $1::int * 2 as twice', [value]);
    expect(rows).toEqual([{ twice: value * 2 }]);
  }
  await pool.query('select 1');
  expect(await listPrepared()).toEqual([{ statement: 'select $1::int * 2 as twice' }]);
});

test('one that is refused can be asked again', async () => {
  const ask = (value: number) => pool.query<{ part: number }>('select 6 / $1::int as part', [value]);
  await expect(ask(0)).rejects.toThrow('division by zero');
  expect((await ask(3)).rows).toEqual([{ part: 2 }]);
  const unknown = () => pool.query('select $1::int from nowhere', [1]);
  for (let times = 0; times < 2; times += 1) await expect(unknown()).rejects.toThrow('nowhere');
});
