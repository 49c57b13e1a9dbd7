import type { Runtime } from '../config/runtime.js';

/** Looks for rows that are due and wakes one job each; claims nothing, so that it may run anywhere, any time, twice. */
export interface Sweep {
  name: string;
  run(runtime: Runtime): Promise<Record<string, number>>;
}
