import { countDeliveries, countInbox } from '../../../store/counts.js';
import { listChannelHealth, listHeartbeats, listNextRuns, listOutages } from '../../../store/operations.js';
import { Channels } from '../operations/channels.js';
import { NextRuns } from '../operations/next-runs.js';
import { Work } from '../operations/work.js';
import type { Page } from '../page.js';
import { Live } from '../parts/live.js';

const runsShown = 5;
const outagesShown = 5;

/** Whether the machine runs: channels, deliveries, queue, what it will do next. For whoever runs it, not for the work. */
export const operationsPage: Page = {
  path: '/operations',
  right: 'operate',
  nav: { label: 'operations.title', icon: 'gauge' },
  async show(visit) {
    const { db, t, now, runtime } = visit;
    const [health, deliveries, inbox, runs, beats, outages, jobs] = await Promise.all([
      listChannelHealth(db, now),
      countDeliveries(db),
      countInbox(db, now),
      listNextRuns(db, runsShown),
      listHeartbeats(db),
      listOutages(db, outagesShown),
      // Without its queue the page still shows the ledger.
      runtime.queue.counts().catch(() => null),
    ]);
    const body = (
      <Live id="operations" address="/admin/operations">
        <h1>{t('operations.title')}</h1>
        {await Channels({ visit, health, deliveries })}
        <Work visit={visit} inbox={inbox} jobs={jobs} beats={beats} outages={outages} />
        <NextRuns visit={visit} runs={runs} />
      </Live>
    );
    return { title: t('operations.title'), body };
  },
};
