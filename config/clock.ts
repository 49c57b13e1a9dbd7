import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the program sees it. Tests hand in one that moves when told. */
export interface Clock {
  now(): Date;
  /** Waits a short while (under a few seconds): for pacing. */
  sleep(ms: number): Promise<void>;
  /** Calls `run` once at `when`, if the process lives; sweeps cover the rest. Returns a function that calls it off. */
  at(when: Date, run: () => void): () => void;
}

/** Node's timers overflow beyond this; a later time is left to the sweeps. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (ms) => sleep(ms),
  at(when, run) {
    const delay = Math.max(0, when.getTime() - Date.now());
    if (delay > longestTimerMs) return () => undefined;
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};
