import { findUnitsToRemind } from '../store/reminders.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** More wait for the next tick; the longest waiting go first. */
const unitsAtOnce = 2_000;

export const sweepReminders: Sweep = {
  name: 'sweep-reminders',
  async run(runtime) {
    const unitIds = await findUnitsToRemind(runtime.db, runtime.clock.now(), unitsAtOnce);
    for (const unitId of unitIds) wakeJob(runtime, 'send-reminder', unitId);
    return { woken: unitIds.length };
  },
};
