import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.js';
import type { Trouble } from '../intake/trouble.js';
import type { OaTokens, TokenStore } from './token-store.js';

export interface Writer {
  /** Stores tokens; when that fails, they are kept and tried again until it works. */
  write(version: number, tokens: OaTokens): Promise<void>;
  /** Tries once more what could not be stored. Never throws. */
  flush(): Promise<void>;
  /** The last attempts, for a few seconds. */
  close(): Promise<void>;
}

const pausesMs = [50, 200, 500, 1_000];
const laterMs = 5_000;

/** New tokens exist only here until they are stored, and the old ones are worth nothing any more. */
export function createWriter(store: TokenStore, trouble: Trouble): Writer {
  let unsaved: { version: number; tokens: OaTokens } | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    const one = unsaved;
    if (!one) return;
    try {
      await store.save(one.version, one.tokens);
      if (unsaved === one) unsaved = null;
    } catch {
      trouble.report(
        new SendError({ kind: 'retryable' }, 'tokens-unsaved', 'new tokens could not be stored'),
      );
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), laterMs);
      timer.unref();
    }
  }

  async function insist(): Promise<void> {
    await flush();
    for (const ms of pausesMs) {
      if (!unsaved) return;
      await sleep(ms);
      await flush();
    }
  }

  return {
    async write(version, tokens) {
      unsaved = { version, tokens };
      await insist();
    },
    flush,
    async close() {
      await insist();
      clearTimeout(timer);
    },
  };
}
