import type { AddressInfo } from 'node:net';
import { createIntake } from './bot/intake.js';
import { processInbox } from './bot/process-inbox.js';
import { publishCommands } from './bot/publish-commands.js';
import { systemClock, type Clock } from './config/clock.js';
import { openChannels } from './config/channels.js';
import { openConnections, type Connections } from './config/connections.js';
import { startEmbeddedPostgres } from './config/embedded-postgres.js';
import { createLedger } from './config/ledger.js';
import { openLog } from './config/log.js';
import { localUrl } from './config/page-url.js';
import { openQueue } from './config/queue.js';
import type { Runtime } from './config/runtime.js';
import type { Settings } from './config/settings.js';
import { createWebhookRequester } from './config/webhook-requester.js';
import { runJob } from './jobs/run-job.js';
import { runTick } from './jobs/run-tick.js';
import { sendDeliveries } from './jobs/send-deliveries.js';
import { inboxQueue, sendQueue, wakeInbox, webhookQueue, workQueue } from './jobs/wake.js';
import { ensureChannel } from './store/claim-deliveries.js';
import { ensureOwnerCode } from './store/invites.js';
import { recordSilence } from './store/outages.js';
import { applyMigrations } from './store/migrations.js';
import { startServer, stopServer } from './web/server.js';

export interface App {
  runtime: Runtime;
  /** Where the page is; '' when this process serves none. */
  url: string;
  /** Where the built-in database keeps its data; null with a database of one's own. */
  dataFolder: string | null;
  /** Stops in the reverse order of the start; resolves when all is closed. */
  stop(): Promise<void>;
}

export interface StartOptions {
  clock?: Clock;
  /** Whether the sweeps run by themselves. */
  ticks?: boolean;
  /** Those of a caller who keeps them open behind the stop. */
  connections?: Connections;
}

/** What was opened closes in the reverse order. */
type Closers = (() => Promise<void> | void)[];

/** How often the sweeps look for what is due. A lost queue costs at most this. */
const tickMs = 10_000;

/** Opens everything the role needs, in order. A start that fails half-way closes what it had opened, then throws. */
export async function startApp(settings: Settings, options: StartOptions = {}): Promise<App> {
  const closers: Closers = [];
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  try {
    const { runtime, dataFolder } = await openRuntime(settings, options, closers, stopping.signal);
    await recordOutage(runtime);
    await work(runtime, closers);
    if (options.ticks ?? true) startTicks(runtime, closers);
    const url = await listen(runtime, closers);
    return { runtime, url, dataFolder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openRuntime(
  settings: Settings,
  { clock = systemClock, connections }: StartOptions,
  closers: Closers,
  stopping: AbortSignal,
): Promise<{ runtime: Runtime; dataFolder: string | null }> {
  const log = await openLog(settings);
  const { url: databaseUrl, folder: dataFolder } = await openServer(settings, closers);
  await applyMigrations(databaseUrl);
  const { db, queue: pool, close } = connections ?? openConnections(databaseUrl);
  if (!connections) closers.push(close);
  const queue = await openQueue(settings, pool, log);
  closers.push(() => queue.close());
  const channels = openChannels(settings, log, createLedger(db, clock), clock);
  for (const name of channels.keys()) await ensureChannel(db, name);
  await ensureOwnerCode(db, settings.OWNER_CODE);
  const webhooks = createWebhookRequester(settings);
  closers.push(() => webhooks.close());
  return { runtime: { settings, db, queue, clock, log, channels, webhooks, stopping }, dataFolder };
}

async function openServer(
  settings: Settings,
  closers: Closers,
): Promise<{ url: string; folder: string | null }> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, folder: null };
  const server = await startEmbeddedPostgres(settings.DATA_DIR);
  closers.push(() => server.stop());
  return server;
}

/** Workers for what this role does. They stop taking jobs first and finish what they have. */
async function work(runtime: Runtime, closers: Closers): Promise<void> {
  const { queue, channels, settings } = runtime;
  const does = (role: string) => settings.ROLE === 'all' || settings.ROLE === role;
  closers.push(() => queue.stopWorkers());
  const opening: Promise<void>[] = [];
  if (does('worker')) {
    for (const name of [workQueue, webhookQueue])
      opening.push(queue.work(name, 4, (job, id) => runJob(runtime, job, id)));
    for (const name of channels.keys())
      opening.push(queue.work(sendQueue(name), 1, async () => void (await sendDeliveries(runtime, name))));
  }
  if (does('bot')) opening.push(queue.work(inboxQueue, 1, async () => void (await processInbox(runtime))));
  await Promise.all(opening);
}

/** What passed since the last beat of this role, in this process (a machine that slept) or before it started. */
async function recordOutage({ db, settings, clock, log }: Runtime): Promise<void> {
  if (settings.ROLE === 'web') return;
  try {
    const silentMs = await recordSilence(db, settings.ROLE, clock.now());
    if (silentMs > 0) log.warn({ silentMs }, 'nothing ran for a while');
  } catch (error) {
    // The database is away: the next tick writes down the whole gap.
    log.error({ error: (error as Error).message }, 'outage not recorded');
  }
}

function startTicks(runtime: Runtime, closers: Closers): void {
  if (runtime.settings.ROLE === 'web') return;
  let running: Promise<unknown> = runTick(runtime);
  const timer = setInterval(() => {
    running = running.then(async () => {
      await recordOutage(runtime);
      await runTick(runtime);
    });
  }, tickMs);
  closers.push(async () => {
    clearInterval(timer);
    await running;
  });
}

/** Intake opens last and closes first: nothing new comes in while the rest stops. */
async function listen(runtime: Runtime, closers: Closers): Promise<string> {
  const { settings, channels } = runtime;
  const intake = createIntake(runtime);
  let url = '';
  if (settings.ROLE === 'all' || settings.ROLE === 'web') {
    const server = await startServer(runtime, intake);
    const { port } = server.address() as AddressInfo;
    url = localUrl(settings, port);
    closers.push(() => stopServer(server));
  }
  if (settings.ROLE === 'all' || settings.ROLE === 'bot') {
    for (const channel of channels.values()) {
      closers.push(() => channel.stop());
      await channel.start(intake);
    }
    void publishCommands(runtime); // the menu may come a moment later than the rest
    wakeInbox(runtime); // what an earlier process stored and did not handle
  }
  return url;
}
