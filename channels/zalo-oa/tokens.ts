import { createHash } from 'node:crypto';
import { SendError } from '../../core/errors.js';
import type { Trouble } from '../intake/trouble.js';
import type { Refresh } from './refresh.js';
import type { OaTokens, StoredTokens, TokenStore } from './token-store.js';
import { createWriter, type Writer } from './write-tokens.js';

export interface TokenOptions {
  store: TokenStore;
  refresh: Refresh;
  /** As configured: the first link of the chain. */
  refreshToken: string;
  /** Longer than a refresh may take. */
  claimMs: number;
  now: () => Date;
  trouble: Trouble;
}

export interface TokenKeeper {
  /** A good access token; `spent` is one that was refused. Throws SendError. */
  get(this: void, spent?: string): Promise<string>;
  /** Waits for tokens that are not stored yet, as long as that is allowed to take. */
  close(): Promise<void>;
}

/** After a failed refresh the next one waits; a token that still works is used meanwhile. */
const retryMs = 15_000;

/** The loser of a race looks this often whether the winner has stored. */
const lookMs = 200;

/**
 * Keeps one access token for all processes. A refresh token works once, so one process alone refreshes, under a claim,
 * and stores both tokens before it does anything else; the others read again. It happens after two thirds of the
 * token's life: a crash between "refreshed" and "stored" ends the chain (Zalo gives nothing for a used token), but the
 * old access token goes on for the last third, and the operator is told what to do.
 */
export function createTokenKeeper(options: TokenOptions): TokenKeeper {
  const state: State = {
    known: null,
    failed: null,
    renewedAt: -Infinity,
    writer: createWriter(options.store, options.trouble),
  };
  let pending: Promise<string> | null = null;
  return {
    get: async (spent) => {
      const now = options.now();
      const { known } = state;
      if (known && isGood(known, now, spent) && known.renewAt > now) return known.accessToken;
      pending ??= renew(options, state, spent).finally(() => (pending = null));
      return pending;
    },
    close: () => state.writer.close(),
  };
}

interface State {
  known: OaTokens | null;
  failed: { error: SendError; at: number } | null;
  /** When this process last got new tokens. */
  renewedAt: number;
  writer: Writer;
}

function isGood({ accessToken, expiresAt }: OaTokens, now: Date, spent?: string): boolean {
  return accessToken !== spent && expiresAt > now;
}

async function renew(options: TokenOptions, state: State, spent?: string): Promise<string> {
  const now = options.now();
  try {
    await state.writer.flush();
    const stored = await load(options);
    if (stored) state.known = stored;
    if (stored && isGood(stored, now, spent) && stored.renewAt > now) return stored.accessToken;
    if (state.failed && now.getTime() - state.failed.at < retryMs) throw state.failed.error;
    // A token this young is not refused for its age; each refresh would only bring the next one.
    if (now.getTime() - state.renewedAt < retryMs) throw refusedYoung();
    state.known = await refreshUnderClaim(options, state, stored);
    state.failed = null;
    state.renewedAt = now.getTime();
    options.trouble.over();
    return state.known.accessToken;
  } catch (error) {
    const fault = error instanceof SendError ? error : storeAway();
    if (fault.code !== 'token-busy' && fault !== state.failed?.error) {
      state.failed = { error: fault, at: now.getTime() };
      options.trouble.report(fault);
    }
    if (state.known && isGood(state.known, now, spent)) return state.known.accessToken;
    // Nothing was sent yet: whatever the refresh met, the message itself may be tried again.
    throw new SendError({ kind: 'retryable' }, fault.code, fault.message);
  }
}

async function refreshUnderClaim(
  options: TokenOptions,
  state: State,
  stored: StoredTokens | null,
): Promise<OaTokens> {
  const { store, refresh, claimMs } = options;
  const now = options.now();
  const version = stored?.version ?? 0;
  if (!(await store.claim(version, now, new Date(now.getTime() + claimMs))))
    return waitForWinner(options, version);
  const seed = fingerprint(options.refreshToken);
  const last = stored?.seed === seed ? stored.refreshToken : options.refreshToken;
  try {
    const { accessToken, refreshToken, lifeMs } = await refresh(last);
    const at = options.now().getTime();
    const renewAt = new Date(at + (lifeMs * 2) / 3);
    const tokens = { accessToken, refreshToken, expiresAt: new Date(at + lifeMs), renewAt, seed };
    // Whoever wrote a newer version meanwhile did it with a chain of its own; ours works all the same.
    await state.writer.write(version, tokens);
    return tokens;
  } catch (error) {
    const newer = error instanceof SendError && error.code === 'token-spent' ? await load(options) : null;
    if (newer && newer.version > version) return newer;
    throw error;
  }
}

/** The loser of a race reads what the winner stored. */
async function waitForWinner(options: TokenOptions, version: number): Promise<OaTokens> {
  const looks = Math.ceil(options.claimMs / lookMs / 3);
  for (let look = 0; look < looks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    const stored = await load(options);
    if (stored && stored.version > version) return stored;
  }
  throw new SendError({ kind: 'retryable' }, 'token-busy', 'another process is renewing the access token');
}

async function load({ store }: TokenOptions): Promise<StoredTokens | null> {
  return store.load().catch(() => {
    throw storeAway();
  });
}

const storeAway = () =>
  new SendError({ kind: 'retryable' }, 'store-away', 'the access token could not be read');

const refusedYoung = () =>
  new SendError({ kind: 'retryable' }, 'unauthorized', 'a new access token was refused');

/** Enough to tell two tokens apart, nothing to begin with for whoever reads it. */
const fingerprint = (token: string) => createHash('sha256').update(token).digest('hex').slice(0, 16);
