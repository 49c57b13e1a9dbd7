import type { Runtime } from '../config/runtime.js';

/** One kind of work on one row, woken by a sweep or by the bot. The file is named for it. Safe to run twice and at once. */
export interface Job {
  name: string;
  /** Returns counts for the log: `{ sent: 3 }`. */
  run(runtime: Runtime, id: string): Promise<Record<string, number>>;
}
