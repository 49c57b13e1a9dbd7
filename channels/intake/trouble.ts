import type { Logger } from 'pino';
import { SendError } from '../../core/errors.js';

/** Tells the operator about a lasting fault in plain words, once and then every few minutes, not at every attempt. */
export interface Trouble {
  report(error: unknown): void;
  /** The last attempt worked. */
  over(): void;
}

const repeatMs = 5 * 60_000;

/** What is said of one platform. */
export interface TroubleWords {
  platform: string;
  /** What to do, by the fault's code; `other` is for all the rest. */
  advice: Record<string, string> & { other: string };
}

export function createTrouble(log: Logger, { platform, advice }: TroubleWords): Trouble {
  const toldAt = new Map<string, number>();
  let told = '';
  return {
    report(error) {
      const code = error instanceof SendError ? error.code : 'intake';
      const isDue = performance.now() - (toldAt.get(code) ?? -Infinity) > repeatMs;
      log[isDue ? 'warn' : 'debug']({ code, reason: safeReason(error) }, advice[code] ?? advice.other);
      if (!isDue) return;
      toldAt.set(code, performance.now());
      told = code;
    },
    over() {
      if (told !== '') log.info({ code: told }, `${platform} works again.`);
      told = '';
    },
  };
}

/** What may be logged of an error: our own words, or the name alone, since a database quotes what it was given. */
export function safeReason(error: unknown): string {
  if (error instanceof SendError) return error.message;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown';
}
