import type { Runtime } from '../config/runtime.js';
import { sweeps } from './sweeps.js';

/** Runs every sweep once. One that fails is logged; the others go on. Returns their counts. */
export async function runTick(runtime: Runtime): Promise<Record<string, Record<string, number>>> {
  const results: Record<string, Record<string, number>> = {};
  for (const sweep of sweeps) {
    const startedAt = performance.now();
    try {
      const counts = await sweep.run(runtime);
      results[sweep.name] = counts;
      if (Object.values(counts).some((count) => count > 0))
        runtime.log.debug(
          { sweep: sweep.name, ...counts, elapsedMs: Math.round(performance.now() - startedAt) },
          'sweep',
        );
    } catch (error) {
      runtime.log.error({ sweep: sweep.name, error: (error as Error).message }, 'sweep failed');
    }
  }
  return results;
}
