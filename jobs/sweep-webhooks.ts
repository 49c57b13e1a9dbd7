import { transact } from '../store/db.js';
import { queueOverdue } from '../store/overdue-calls.js';
import { findDueEndpoints } from '../store/webhook-calls.js';
import { leaseMs } from './send-webhooks.js';
import type { Sweep } from './sweep.js';
import { wakeWebhooks } from './wake.js';

const day = 24 * 3600 * 1000;
/** A deadline that passed before is no news. Less than calls are kept (sweep-retention.ts), so that none is told twice. */
const newsForMs = 7 * day;

/** Writes down whose deadline has passed, and wakes the sending to every endpoint for which something is due. */
export const sweepWebhooks: Sweep = {
  name: 'sweep-webhooks',
  async run(runtime) {
    const { db, clock } = runtime;
    const now = clock.now();
    const passing = { now, since: new Date(now.getTime() - newsForMs) };
    const overdue = await transact(db, (tx) => queueOverdue(tx, passing));
    const due = await findDueEndpoints(db, { now, stale: new Date(now.getTime() - leaseMs) });
    for (const id of due) wakeWebhooks(runtime, id);
    return { overdue, due: due.length };
  },
};
