import pg from 'pg';
import { openChannels } from '../config/channels.js';
import { systemClock } from '../config/clock.js';
import { openLog } from '../config/log.js';
import type { Runtime } from '../config/runtime.js';
import { parseSettings } from '../config/settings.js';
import { createWebhookRequester } from '../config/webhook-requester.js';
import { runJob } from '../jobs/run-job.js';
import { runTick } from '../jobs/run-tick.js';
import { workQueue } from '../jobs/wake.js';
import { openDatabase, type Database } from '../store/db.js';
import { ensureChannel } from '../store/claim-deliveries.js';
import { applyMigrations } from '../store/migrations.js';
import { calmAt, fillOpen, waves } from './fill-open.js';
import { median } from './median.js';
import type { Backends } from './servers.js';

interface Cost {
  ms: number;
  /** Rows of tables and entries of indexes that PostgreSQL read. */
  rows: number;
}

export interface TickRun {
  open: number;
  due: number;
  /** The looks alone, when nothing is due and when so much is. */
  calm: Cost;
  look: Cost;
  /** With all that they woke, until nothing is due any more. */
  whole: Cost;
}

/** What the program's tick costs with so many parts open and so many of them due. */
export async function measureTick(backends: Backends, open: number, due: number): Promise<TickRun> {
  const url = await backends.createDatabase();
  await applyMigrations(url);
  await fillOpen(url, open, due);
  // One connection, so that its counts can be asked for; it has every plan of a process that ran for long.
  const db = openDatabase(url, 1);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const measure = createMeasure(db, client);
    const tick = await createTick(db);
    for (let pass = 0; pass < 10; pass += 1) await tick.look(calmAt);
    const calm = await measure(() => tick.look(calmAt));
    const costs: { look: Cost; whole: Cost }[] = [];
    for (const at of waves) {
      const look = await measure(() => tick.look(at));
      const rest = await measure(() => tick.work(at));
      costs.push({ look, whole: { ms: look.ms + rest.ms, rows: look.rows + rest.rows } });
    }
    await assertWorked(db, due);
    const counted = costs.slice(1);
    const middle = (pick: (cost: (typeof counted)[number]) => Cost): Cost => ({
      ms: median(counted.map((cost) => pick(cost).ms)),
      rows: median(counted.map((cost) => pick(cost).rows)),
    });
    return { open, due, calm, look: middle(({ look }) => look), whole: middle(({ whole }) => whole) };
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

/** The program's tick with a queue that only notes what was woken. */
export async function createTick(db: Database, more: Record<string, string> = {}) {
  const settings = parseSettings({ TELEGRAM_BOT_TOKEN: '1:bench', LOG_LEVEL: 'error', ...more });
  const log = await openLog(settings);
  const woken = new Map<string, [name: string, id: string]>();
  let now = calmAt;
  const runtime: Runtime = {
    ...{
      settings,
      db,
      log,
      channels: openChannels(settings, log, null),
      webhooks: createWebhookRequester(settings),
      stopping: new AbortController().signal,
    },
    clock: { ...systemClock, now: () => now },
    queue: {
      wake: (queue, name, id = '') => void (queue === workQueue && woken.set(`${name} ${id}`, [name, id])),
      work: () => Promise.resolve(),
      isIdle: () => Promise.resolve(true),
      counts: () => Promise.resolve({}),
      ping: () => Promise.resolve(),
      find: () => {
        throw new Error('there is no queue here');
      },
      stopWorkers: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
  };
  for (const channel of runtime.channels.keys()) await ensureChannel(db, channel);
  const look = async (at: Date) => {
    now = at;
    await runTick(runtime);
  };
  const work = async (at: Date) => {
    while (woken.size > 0) {
      const jobs = [...woken.values()];
      woken.clear();
      for (const [name, id] of jobs) await runJob(runtime, name, id);
      await look(at);
    }
  };
  return { look, work };
}

function createMeasure(db: Database, client: pg.Client) {
  const count = async (): Promise<number> => {
    await db.$executeRaw`select pg_stat_force_next_flush()`;
    await db.$queryRaw`select 1`;
    const { rows } = await client.query<{ rows: string }>(
      `select (select sum(seq_tup_read) from pg_stat_user_tables) + (select sum(idx_tup_read) from pg_stat_user_indexes) as rows`,
    );
    return Number(rows[0]!.rows);
  };
  return async (run: () => Promise<void>): Promise<Cost> => {
    const before = await count();
    const startedAt = performance.now();
    await run();
    const ms = performance.now() - startedAt;
    return { ms, rows: (await count()) - before };
  };
}

/** A tick that did nothing would be the fastest. */
async function assertWorked(db: Database, due: number): Promise<void> {
  const reminded = await db.assignment.count({ where: { reminderStep: { gt: 0 } } });
  const escalated = await db.escalation.count({ where: { at: { gte: calmAt } } });
  const expected = Math.ceil(due / 2) * waves.length;
  if (reminded !== expected || escalated !== due * waves.length - expected)
    throw new Error(
      `The ticks reminded of ${reminded} and escalated ${escalated} of ${expected} parts each.`,
    );
}
