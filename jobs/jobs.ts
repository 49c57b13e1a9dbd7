import type { Job } from './job.js';

/** Jobs of the work queue. A job is woken by its name: wakeJob(runtime, 'send-reminder', id). */
export const jobs: readonly Job[] = [];
