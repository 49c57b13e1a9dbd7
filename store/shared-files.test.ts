import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import type { Database } from './db.js';
import { findSharedFile, forgetSharedFiles, shareFile } from './shared-files.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const share = (ref: string, date: number) => shareFile(db, { channel: 'telegram', ref, now: day(date) });

test('a file keeps its address, also when two share it at once', async () => {
  const tokens = await Promise.all([share('a', 1), share('a', 1), share('a', 1)]);
  expect(new Set(tokens).size).toBe(1);
  expect(await share('b', 1)).not.toBe(tokens[0]);
});

test('addresses close when their time is over, each once; one given out again lives on', async () => {
  const token = await share('c', 2);
  expect(await forgetSharedFiles(db, day(1))).toBe(0);
  expect(await share('a', 5)).toMatch(/^[\w-]{32}$/);
  const closed = await Promise.all([forgetSharedFiles(db, day(4)), forgetSharedFiles(db, day(4))]);
  expect(closed[0] + closed[1]).toBe(2);
  expect(await forgetSharedFiles(db, day(4))).toBe(0);
  expect(await findSharedFile(db, token)).toBeNull();
  expect(await db.sharedFile.findMany({ select: { ref: true } })).toEqual([{ ref: 'a' }]);
  expect(await share('c', 6)).not.toBe(token);
});
