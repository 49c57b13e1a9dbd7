import type { Runtime } from '../config/runtime.js';
import { jobs } from './jobs.js';

/** Runs one job of the work queue: one log line with what it did and how long it took. An unknown name is an old version's. */
export async function runJob(runtime: Runtime, name: string, id: string): Promise<void> {
  const job = jobs.find((candidate) => candidate.name === name);
  if (!job) return runtime.log.warn({ job: name }, 'unknown job');
  const startedAt = performance.now();
  const log = runtime.log.child({ job: name, id });
  try {
    const counts = await job.run(runtime, id);
    log.debug({ ...counts, elapsedMs: Math.round(performance.now() - startedAt) }, 'job');
  } catch (error) {
    // The row stays due in the database: the next sweep wakes it again.
    log.error({ error: (error as Error).message }, 'job failed');
    throw error;
  }
}
