import type { Logger } from 'pino';
import { SendError } from '../../core/errors.js';
import type { ChannelTrouble } from '../channel.js';

/** Tells the operator about a lasting fault in plain words, once and then every few minutes, not at every attempt. */
export interface Trouble {
  report(error: unknown): void;
  /** The last attempt worked. */
  over(): void;
  /** What the last attempt came to; null once one worked. */
  current(this: void): ChannelTrouble | null;
}

const repeatMs = 5 * 60_000;

/** What is said of one platform. */
export interface TroubleWords {
  platform: string;
  /** What to do, by the fault's code; `other` is for all the rest. */
  advice: Record<string, string> & { other: string };
  token: ChannelTrouble['token'];
}

/** Codes of a token that the platform does not know; a wrong one makes a wrong address, too. */
const refusals = new Set(['unauthorized', 'not-found', 'token-refused', 'token-spent']);

export function createTrouble(log: Logger, { platform, advice, token }: TroubleWords): Trouble {
  const toldAt = new Map<string, number>();
  let told = '';
  let lasting: ChannelTrouble | null = null;
  return {
    current: () => lasting,
    report(error) {
      const code = error instanceof SendError ? error.code : 'intake';
      const advised = advice[code] ?? advice.other;
      lasting = { kind: kindOf(code), advice: advised, token };
      const isDue = performance.now() - (toldAt.get(code) ?? -Infinity) > repeatMs;
      log[isDue ? 'warn' : 'debug']({ code, reason: safeReason(error) }, advised);
      if (!isDue) return;
      toldAt.set(code, performance.now());
      told = code;
    },
    over() {
      if (told !== '') log.info({ code: told }, `${platform} works again.`);
      told = '';
      lasting = null;
    },
  };
}

function kindOf(code: string): ChannelTrouble['kind'] {
  if (refusals.has(code)) return 'token';
  return code === 'conflict' || code === 'webhook-active' ? 'shared' : 'other';
}

/** What may be logged of an error: our own words, or the name alone, since a database quotes what it was given. */
export function safeReason(error: unknown): string {
  if (error instanceof SendError) return error.message;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown';
}
