import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.js';

const longestFactor = 30;

/** In units of the base: a wrong token stays wrong until a restart. */
const minimumFactor: Record<string, number> = { unauthorized: 60, 'not-found': 30, 'webhook-active': 30 };

/** How long to wait after the n-th fault in a row: as long as a 429 means, else doubling with jitter. */
export function waitMs(error: unknown, failures: number, baseMs: number): number {
  const full = baseMs * Math.min(2 ** (failures - 1), longestFactor);
  const usual = full * (0.5 + Math.random() / 2);
  if (!(error instanceof SendError)) return usual;
  if (error.fault.kind === 'throttled') return error.fault.retryAfterMs;
  return Math.max(usual, (minimumFactor[error.code] ?? 0) * baseMs);
}

/** Sleeps; an abort ends it early and is no fault. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
