import { beat } from '../store/outages.js';
import type { Sweep } from './sweep.js';

/** Writes down that this role lives: after a gap, what lay between was an outage (store/outages.ts). */
export const sweepHeartbeat: Sweep = {
  name: 'sweep-heartbeat',
  async run({ db, clock, settings }) {
    await beat(db, settings.ROLE, clock.now());
    return {};
  },
};
