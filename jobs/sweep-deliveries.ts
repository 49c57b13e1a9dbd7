import type { Runtime } from '../config/runtime.js';
import { isHarmlessTwice, type DeliveryKind } from '../core/delivery.js';
import { findAbandoned, hasQueued, recordOutcomes, type Outcome } from '../store/deliveries.js';
import type { Sweep } from './sweep.js';
import { wakeSending } from './wake.js';

/** A send ends within its time limit of 20 s, with a file of 10 MB 41 s; a row older than this in `sending` has lost its process. */
const abandonedAfterMs = 60_000;

export const sweepDeliveries: Sweep = {
  name: 'sweep-deliveries',
  async run(runtime) {
    const counts = { abandoned: 0, woken: 0 };
    for (const channel of runtime.channels.keys()) {
      counts.abandoned += await settleAbandoned(runtime, channel);
      if (!(await hasQueued(runtime.db, channel))) continue;
      wakeSending(runtime, channel);
      counts.woken += 1;
    }
    return counts;
  },
};

async function settleAbandoned(runtime: Runtime, channel: string): Promise<number> {
  const now = runtime.clock.now();
  const rows = await findAbandoned(runtime.db, channel, new Date(now.getTime() - abandonedAfterMs));
  const outcomes = rows.map(({ id, kind }): Outcome => {
    const mayRepeat = isHarmlessTwice(kind as DeliveryKind) || runtime.settings.UNCERTAIN === 'resend';
    if (mayRepeat) return { id, state: 'queued', notBefore: now, code: 'process-died', isAttempt: true };
    return { id, state: 'uncertain', code: 'process-died', reason: 'process-died' };
  });
  await recordOutcomes(runtime.db, outcomes, now);
  return rows.length;
}
