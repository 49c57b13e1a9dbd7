import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { createTokenStore } from './channel-tokens.js';
import type { Database } from './db.js';

const now = new Date('2026-11-23T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const tokens = (turn: number) => ({
  accessToken: `a${turn}`,
  refreshToken: `r${turn}`,
  expiresAt: later(90_000_000),
  renewAt: later(60_000_000),
  seed: 's',
});

describe('the tokens of a channel', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.$disconnect());
  beforeEach(() => db.channelToken.deleteMany());
  const open = () => createTokenStore(db, 'zalo-oa');

  test('are renewed by one of many that saw the same', async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => open().claim(0, now, later(30_000))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await open().load()).toBeNull();
    expect(await open().save(0, tokens(1))).toBe(true);
    expect(await open().load()).toEqual({ ...tokens(1), version: 1 });
    const again = await Promise.all(
      Array.from({ length: 6 }, () => open().claim(1, later(1), later(30_000))),
    );
    expect(again.filter(Boolean)).toHaveLength(1);
  });

  test('are not renewed by whoever saw an older version', async () => {
    await open().claim(0, now, later(30_000));
    await open().save(0, tokens(1));
    expect(await open().claim(0, later(60_000), later(90_000))).toBe(false);
    expect(await open().save(0, tokens(9))).toBe(false);
    expect(await open().load()).toMatchObject({ accessToken: 'a1', refreshToken: 'r1', version: 1 });
  });

  test('may be renewed by another when the one with the right died', async () => {
    await open().claim(0, now, later(30_000));
    expect(await open().claim(0, later(29_999), later(60_000))).toBe(false);
    expect(await open().claim(0, later(30_000), later(60_000))).toBe(true);
  });
});
