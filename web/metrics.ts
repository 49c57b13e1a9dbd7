import { Hono } from 'hono';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Runtime } from '../config/runtime.js';
import { countDeliveries, countInbox, countOpen } from '../store/counts.js';

/** `/metrics` in Prometheus' format: the process, and the ledger as it stands when asked. No texts, no names. */
export function metricsRoutes(runtime: Runtime): Hono {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `giaoban_${name}`, help, labelNames, registers: [registry] });
  const gauges = {
    deliveries: gauge('deliveries', 'Deliveries that are not settled, by channel and state', [
      'channel',
      'state',
    ]),
    inbox: gauge('inbox_events', 'Events that wait or were given up, by state', ['state']),
    oldest: gauge('inbox_oldest_seconds', 'Age of the oldest event that waits'),
    directives: gauge('open_directives', 'Directives that are open'),
    assignments: gauge('unanswered_assignments', 'Obligations of open directives without an answer'),
    unreachable: gauge('unreachable_chats', 'Bound groups that cannot be reached'),
    jobs: gauge('queue_jobs', 'Jobs of the queue, by queue and state', ['queue', 'state']),
  };
  const app = new Hono();
  app.get('/metrics', async (c) => {
    await readLedger(runtime, gauges);
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return app;
}

async function readLedger(runtime: Runtime, gauges: Record<string, Gauge>): Promise<void> {
  const { db, clock, queue } = runtime;
  const [deliveries, inbox, open, jobs] = await Promise.all([
    countDeliveries(db),
    countInbox(db, clock.now()),
    countOpen(db),
    queue.counts().catch(() => ({})), // away: /readyz says so, the rest is told
  ]);
  gauges.deliveries?.reset();
  for (const { channel, state, count } of deliveries) gauges.deliveries?.set({ channel, state }, count);
  gauges.inbox?.set({ state: 'new' }, inbox.new);
  gauges.inbox?.set({ state: 'failed' }, inbox.failed);
  gauges.oldest?.set(inbox.oldestSeconds);
  gauges.directives?.set(open.directives);
  gauges.assignments?.set(open.assignments);
  gauges.unreachable?.set(open.unreachable);
  gauges.jobs?.reset();
  for (const [name, states] of Object.entries<Record<string, number>>(jobs))
    for (const [state, count] of Object.entries(states)) gauges.jobs?.set({ queue: name, state }, count);
}
