import { describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import type { Trouble } from '../intake/trouble.js';
import type { Refresh } from './refresh.js';
import type { OaTokens, StoredTokens, TokenStore } from './token-store.js';
import { createTokenKeeper } from './tokens.js';

const hourMs = 3600_000;

/** What a table with one row does. */
function createStore() {
  let row: StoredTokens | null = null;
  let claimed = { version: 0, until: new Date(0) };
  const store = {
    isAway: false,
    saves: 0,
    async load() {
      check();
      return row;
    },
    async claim(version: number, now: Date, until: Date) {
      check();
      if ((row?.version ?? 0) !== version || (claimed.version === version && claimed.until > now))
        return false;
      claimed = { version, until };
      return true;
    },
    async save(version: number, tokens: OaTokens) {
      check();
      if ((row?.version ?? 0) !== version) return false;
      row = { ...tokens, version: version + 1 };
      store.saves += 1;
      return true;
    },
  } satisfies TokenStore & Record<string, unknown>;
  const check = () => {
    if (store.isAway) throw new Error('the database is away');
  };
  return store;
}

/** The platform: every refresh token works once. */
function createPlatform() {
  const platform = { good: new Set(['r0']), given: 0, refreshes: 0, lifeMs: 24 * hourMs };
  const refresh: Refresh = async (token) => {
    platform.refreshes += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!platform.good.delete(token))
      throw new SendError({ kind: 'retryable' }, 'token-spent', 'used before');
    platform.given += 1;
    platform.good.add(`r${platform.given}`);
    return {
      accessToken: `a${platform.given}`,
      refreshToken: `r${platform.given}`,
      lifeMs: platform.lifeMs,
    };
  };
  return { platform, refresh };
}

function begin() {
  const store = createStore();
  const { platform, refresh } = createPlatform();
  const clock = { now: new Date('2026-11-23T01:00:00Z') };
  const told: string[] = [];
  const trouble: Trouble = {
    report: (error) => void told.push(error instanceof SendError ? error.code : 'other'),
    over: () => undefined,
    current: () => null,
  };
  const keeper = (more: { refreshToken?: string; refresh?: Refresh } = {}) =>
    createTokenKeeper({
      store,
      refresh,
      refreshToken: 'r0',
      claimMs: 3_000,
      now: () => clock.now,
      trouble,
      ...more,
    });
  const pass = (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms));
  return { store, platform, refresh, keeper, pass, told };
}

const codeOf = async (work: Promise<string>) => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof SendError ? [error.fault.kind, error.code] : error;
};

describe('the access token', () => {
  it('is fetched once and stored with its refresh token before it is used', async () => {
    const { store, platform, keeper } = begin();
    const one = keeper();
    expect(await Promise.all([one.get(), one.get(), one.get()])).toEqual(['a1', 'a1', 'a1']);
    expect(platform.refreshes).toBe(1);
    expect(await store.load()).toMatchObject({ version: 1, accessToken: 'a1', refreshToken: 'r1' });
  });

  it('outlives a restart', async () => {
    const { platform, keeper } = begin();
    await keeper().get();
    expect(await keeper().get()).toBe('a1');
    expect(platform.refreshes).toBe(1);
  });

  it('is renewed by one of several processes at once; the others read again', async () => {
    const { platform, keeper, pass, told } = begin();
    const all = [keeper(), keeper(), keeper()];
    expect(await Promise.all(all.map((one) => one.get()))).toEqual(['a1', 'a1', 'a1']);
    pass(17 * hourMs);
    expect(await Promise.all(all.map((one) => one.get()))).toEqual(expect.arrayContaining(['a2']));
    expect(await Promise.all(all.map((one) => one.get()))).toEqual(['a2', 'a2', 'a2']);
    expect([platform.refreshes, told]).toEqual([2, []]);
  });

  it('is renewed when it was refused, and not again and again', async () => {
    const { platform, keeper, pass } = begin();
    const one = keeper();
    const first = await one.get();
    pass(60_000);
    expect(await one.get(first)).toBe('a2');
    expect(await codeOf(one.get('a2'))).toEqual(['retryable', 'unauthorized']);
    expect(platform.refreshes).toBe(2);
  });

  it('goes on to its end when the platform is away', async () => {
    const { keeper, refresh, pass, told } = begin();
    await keeper().get();
    let isAway = true;
    const two = keeper({
      refresh: async (token) => {
        if (isAway) throw new SendError({ kind: 'retryable' }, 'network', 'no connection');
        return refresh(token);
      },
    });
    pass(17 * hourMs);
    expect(await two.get()).toBe('a1');
    expect(told).toEqual(['network']);
    pass(20_000);
    isAway = false;
    expect(await two.get()).toBe('a2');
  });

  it('begins a new chain with a newly configured refresh token', async () => {
    const { platform, keeper, pass } = begin();
    await keeper().get();
    platform.good = new Set(['anew']);
    pass(25 * hourMs);
    expect(await codeOf(keeper().get())).toEqual(['retryable', 'token-spent']);
    pass(20_000);
    expect(await keeper({ refreshToken: 'anew' }).get()).toBe('a2');
  });
});

describe('a crash', () => {
  it('before the refresh left costs the time of the claim', async () => {
    const { store, keeper, pass } = begin();
    const now = new Date('2026-11-23T01:00:00Z');
    await store.claim(0, now, new Date(now.getTime() + 3_000));
    expect(await codeOf(keeper().get())).toEqual(['retryable', 'token-busy']);
    pass(4_000);
    expect(await keeper().get()).toBe('a1');
  });

  it('between "refreshed" and "stored" leaves the old token, and the operator is told', async () => {
    const { store, refresh, keeper, pass, told } = begin();
    await keeper().get();
    pass(17 * hourMs);
    const now = new Date('2026-11-23T18:00:00Z');
    await store.claim(1, now, new Date(now.getTime() + 3_000));
    await refresh('r1'); // and it died
    pass(4_000);
    const one = keeper();
    expect(await one.get()).toBe('a1');
    expect(told).toEqual(['token-spent']);
    pass(8 * hourMs);
    expect(await codeOf(one.get())).toEqual(['retryable', 'token-spent']);
  });
});

describe('a database that is away', () => {
  it('when new tokens must be stored: they are used, kept and stored later', async () => {
    const { store, keeper, refresh, told } = begin();
    const one = keeper({
      refresh: async (token) => {
        const fresh = await refresh(token);
        store.isAway = true;
        return fresh;
      },
    });
    expect(await one.get()).toBe('a1');
    expect(told).toContain('tokens-unsaved');
    expect(await one.get()).toBe('a1');
    store.isAway = false;
    await one.close();
    expect(await store.load()).toMatchObject({ version: 1, refreshToken: 'r1' });
  });

  it('from the start: nothing is sent, and it works when it is back', async () => {
    const { store, keeper, pass } = begin();
    store.isAway = true;
    const one = keeper();
    expect(await codeOf(one.get())).toEqual(['retryable', 'store-away']);
    store.isAway = false;
    pass(20_000);
    expect(await one.get()).toBe('a1');
  });
});
