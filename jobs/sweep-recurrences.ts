import { dropOldRecurrenceDrafts, findDueRecurrences } from '../store/recurrences.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** As long as a directive's draft is kept. */
const draftKeptMs = 14 * 24 * 3600 * 1000;

/** Wakes the recurring requests whose next period is due. */
export const sweepRecurrences: Sweep = {
  name: 'sweep-recurrences',
  async run(runtime) {
    const now = runtime.clock.now();
    const due = await findDueRecurrences(runtime.db, now);
    for (const id of due) wakeJob(runtime, 'open-period', id);
    const dropped = await dropOldRecurrenceDrafts(runtime.db, new Date(now.getTime() - draftKeptMs));
    return { woken: due.length, dropped };
  },
};
