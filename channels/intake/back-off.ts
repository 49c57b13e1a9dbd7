import { setTimeout as sleep } from 'node:timers/promises';
import { SendError } from '../../core/errors.js';

const longestFactor = 30;

/** How long to wait after the n-th fault in a row. */
export type BackOff = (error: unknown, failures: number) => number;

/**
 * As long as the platform says, else doubling from `baseMs`, with jitter, so that processes fall out of step. `minimums`: at
 * least so many times the base for a fault's code; what only a person can mend need not be tried every second.
 */
export function createBackOff(baseMs: number, minimums: Record<string, number>): BackOff {
  return (error, failures) => {
    const full = baseMs * Math.min(2 ** (failures - 1), longestFactor);
    const usual = full * (0.5 + Math.random() / 2);
    if (!(error instanceof SendError)) return usual;
    if (error.fault.kind === 'throttled') return error.fault.retryAfterMs;
    return Math.max(usual, (minimums[error.code] ?? 0) * baseMs * (1 + Math.random()));
  };
}

/** Sleeps; an abort ends it early and is no fault. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
