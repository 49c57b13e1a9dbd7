import { z } from 'zod';
import { findWatcher } from '../../../services/find-watcher.js';
import { countDeliveries, countInbox } from '../../../store/counts.js';
import { listUnsettled, unsettledStates } from '../../../store/delivery-list.js';
import { listChannelHealth, listHeartbeats, listNextRuns, listOutages } from '../../../store/operations.js';
import { reads } from '../route.js';
import { listOf, maybeMoment, moment, noQuery, paging } from '../schemas.js';

const tag = 'general';
const shown = 20;

const deliveries = reads({
  ...{ name: 'listDeliveries', tag, path: '/deliveries', right: 'watch' },
  query: z.object({ state: z.enum(unsettledStates), ...paging }),
  answer: listOf(
    z
      .object({
        id: z.int(),
        state: z.enum(unsettledStates),
        ...{ kind: z.string(), number: z.int(), unitCode: z.string(), channel: z.string(), chat: z.string() },
        ...{ at: moment, errorCode: z.string().nullable() },
      })
      .meta({ id: 'UnsettledDelivery' }),
  ),
  async show({ db, speaker }, { state, limit: most, offset }) {
    return listUnsettled(db, await findWatcher(db, speaker), { state, offset, most });
  },
});

const operations = reads({
  ...{ name: 'getOperations', tag, path: '/operations', right: 'operate', query: noQuery },
  answer: z.object({
    channels: z.array(
      z.object({
        ...{ channel: z.string(), isOn: z.boolean(), failingSince: maybeMoment, pausedUntil: maybeMoment },
        ...{ accessUntil: maybeMoment, heardAt: maybeMoment },
      }),
    ),
    deliveries: z.array(z.object({ channel: z.string(), state: z.string(), count: z.int() })),
    inbox: z.object({ new: z.int(), failed: z.int(), oldestSeconds: z.number() }),
    queues: z.record(z.string(), z.record(z.string(), z.number())).nullable(),
    heartbeats: z.array(z.object({ role: z.string(), at: moment })),
    outages: z.array(z.object({ channel: z.string(), startsAt: moment, endsAt: moment })),
    next: z.array(
      z.object({
        kind: z.enum(['reminder', 'escalation', 'scheduled', 'recurrence', 'summary', 'draft']),
        ...{ at: moment, count: z.int(), number: z.int().nullable(), about: z.string() },
      }),
    ),
  }),
  async show({ db, now, runtime }) {
    const health = await listChannelHealth(db, now);
    return {
      channels: health.map((one) => ({ ...one, isOn: runtime.channels.has(one.channel) })),
      deliveries: await countDeliveries(db),
      inbox: await countInbox(db, now),
      // Without its queue there is still the ledger.
      queues: await runtime.queue.counts().catch(() => null),
      heartbeats: await listHeartbeats(db),
      outages: await listOutages(db, shown),
      next: await listNextRuns(db, shown),
    };
  },
});

export const operationsRoutes = [deliveries, operations];
