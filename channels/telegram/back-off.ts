import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.js';

const longestFactor = 30;

/** In units of the base: two pollers get each other's 409 after 3 s, and a wrong token stays wrong until a restart. */
const minimumFactor: Record<string, number> = { conflict: 3, 'webhook-active': 30, unauthorized: 60 };

/** How long to wait after the n-th fault in a row: as long as Telegram says, else doubling with jitter. */
export function waitMs(error: unknown, failures: number, baseMs: number): number {
  if (!(error instanceof SendError)) return backOff(failures, baseMs);
  if (error.fault.kind === 'throttled') return error.fault.retryAfterMs;
  const minimum = (minimumFactor[error.code] ?? 0) * baseMs;
  return Math.max(backOff(failures, baseMs), minimum * (1 + Math.random()));
}

/** Spread over half its length, so that processes fall out of step. */
function backOff(failures: number, baseMs: number): number {
  const full = baseMs * Math.min(2 ** (failures - 1), longestFactor);
  return full * (0.5 + Math.random() / 2);
}

/** Sleeps; an abort ends it early and is no fault. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
