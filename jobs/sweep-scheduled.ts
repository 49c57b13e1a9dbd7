import { findDueDirectives } from '../store/directives.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

export const sweepScheduled: Sweep = {
  name: 'sweep-scheduled',
  async run(runtime) {
    const due = await findDueDirectives(runtime.db, runtime.clock.now());
    for (const { id } of due) wakeJob(runtime, 'open-scheduled', id);
    return { woken: due.length };
  },
};
