import { findToEscalate } from '../store/escalations.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** More wait for the next tick; the longest waiting go first. */
const directivesAtOnce = 500;

export const sweepEscalations: Sweep = {
  name: 'sweep-escalations',
  async run(runtime) {
    const ids = await findToEscalate(runtime.db, runtime.clock.now(), directivesAtOnce);
    for (const id of ids) wakeJob(runtime, 'escalate-directive', id);
    return { woken: ids.length };
  },
};
