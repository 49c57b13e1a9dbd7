import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { askRows, execute, transact, type Database, type Db } from './db.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

const backendOf = async (on: Db) => {
  const [row] = await askRows<{ pid: number }>(on)`select pg_backend_pid() as pid`;
  return row!.pid;
};
const rename = (on: Db, name: string) => execute(on)`update "Unit" set name = ${name}`;
const nameOf = async () => (await db.unit.findFirstOrThrow()).name;

test('what goes past the client stays in its transaction, and on its connection', async () => {
  await db.unit.create({ data: { code: 'XA01', name: 'An Bình' } });
  const broken = transact(db, async (tx) => {
    const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`select pg_backend_pid() as pid`;
    expect(await backendOf(tx)).toBe(pid);
    expect(await rename(tx, 'An Hòa')).toBe(1);
    expect((await tx.unit.findFirstOrThrow()).name).toBe('An Hòa');
    expect(await nameOf()).toBe('An Bình');
    throw new Error('given up');
  });
  await expect(broken).rejects.toThrow('given up');
  expect(await nameOf()).toBe('An Bình');
});

test('transactions side by side keep apart', async () => {
  const pids = await Promise.all([1, 2, 3].map(() => transact(db, backendOf)));
  expect(new Set(pids).size).toBe(3);
});

test('what is asked of a transaction side by side takes turns on its connection', async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => void warnings.push(message);
  process.on('warning', hear);
  await transact(db, (tx) => Promise.all([rename(tx, 'An Hải'), ...[1, 2, 3].map(() => backendOf(tx))]));
  await new Promise((told) => setImmediate(told));
  process.off('warning', hear);
  expect({ warnings, name: await nameOf() }).toEqual({ warnings: [], name: 'An Hải' });
});

test('nothing is written through a transaction that has ended', async () => {
  let ended: Db = db;
  await transact(db, async (tx) => rename((ended = tx), 'An Phú'));
  await expect(rename(ended, 'An Hòa')).rejects.toThrow('the transaction is over');
  const late = db.$transaction(
    async (tx) => {
      await rename(tx, 'An Thọ');
      while (
        !(await rename(tx, 'An Lạc').then(
          () => false,
          () => true,
        ))
      );
      await rename(tx, 'An Hòa');
    },
    { timeout: 50 },
  );
  await expect(late).rejects.toThrow('the transaction is over');
  expect(await nameOf()).toBe('An Phú');
});

test('a closed database opens again for the next statement', async () => {
  await db.$disconnect();
  expect(await backendOf(db)).toBeGreaterThan(0);
});
