import {
  Queue,
  Worker,
  createPostgresBackend,
  runMigrations,
  type Job,
  type JobType,
  type PgPool,
} from 'bullmq';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { codeOf, stackOf } from './log.js';
import type { Settings } from './settings.js';
import { watchRest } from './queue-rest.js';
import { openRedis } from './redis.js';
import { createWaker } from './waker.js';

/** Runs one woken job. `id` is empty for jobs that look for their own work. */
export type Handler = (name: string, id: string) => Promise<void>;

/**
 * The queue only wakes: a job carries a name and an id, the database holds the truth. A wake that is lost costs the
 * time until the next sweep, a wake too many finds nothing to do.
 */
export interface QueueHub {
  /** Wakes `name` (with `id`) on `queue`. Never throws: a queue that is away is logged, the sweeps go on. */
  wake(queue: string, name: string, id?: string): void;
  /** Begins to work on `queue` with at most `concurrency` jobs at once. */
  work(queue: string, concurrency: number, handler: Handler): Promise<void>;
  /** Whether nothing waits or runs. For tests and for stopping. */
  isIdle(): Promise<boolean>;
  /** How many jobs wait, run or failed, for /metrics and the doctor. */
  counts(): Promise<Record<string, Record<string, number>>>;
  ping(): Promise<void>;
  /** A queue itself, for the page that looks into it. */
  find(name: string): Queue;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

const jobOptions = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3600, count: 1000 } } as const;
/** Two crashes on one job must not fail it for good: the ledger decides what happened, not the queue. */
const maxStalledCount = 1000;

/** Opens the queue: on Redis when `redisUrl` is set, else on BullMQ's PostgreSQL backend on `pool`, which stays the caller's to end. */
export async function openQueue(settings: Settings, pool: Pool, log: Logger): Promise<QueueHub> {
  // Later losses are bridged by ioredis and the sweeps; at the start a wrong address must not look like a running program.
  const connection = settings.REDIS_URL
    ? await openRedis(settings.REDIS_URL, ({ code }) => log.warn({ code }, 'Redis is away'))
    : null;
  const open = connection ? onRedis(connection, settings.QUEUE_PREFIX) : await onPostgres(pool);
  return createHub(open, log, {
    isAway: () => connection !== null && connection.status !== 'ready',
    async ping() {
      if (!connection) return;
      const answers = connection.status === 'ready' && (await connection.ping()) === 'PONG';
      if (!answers) throw new Error('Redis does not answer.');
    },
    async disconnect() {
      if (connection?.status !== 'ready') connection?.disconnect();
      else await connection.quit().catch(() => connection.disconnect());
    },
  });
}

/** What both backends share; their own types differ in ways nobody here needs. */
interface OpenQueue {
  add(name: string, data: { id: string }): Promise<unknown>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

interface OpenWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(force: boolean): Promise<void>;
}

/** What is open to Redis, where it is used. */
interface Link {
  /** What is asked of it now would wait until it comes back. */
  isAway: () => boolean;
  ping: () => Promise<void>;
  disconnect: () => Promise<void>;
}

interface Opener {
  queue(name: string): OpenQueue;
  worker(name: string, run: (job: Job) => Promise<void>, concurrency: number): OpenWorker;
}

function onRedis(connection: Redis, prefix: string): Opener {
  return {
    queue: (name) => new Queue(name, { connection, prefix, defaultJobOptions: jobOptions }),
    worker: (name, run, concurrency) =>
      new Worker(name, run, { connection, prefix, concurrency, maxStalledCount }),
  };
}

/** One pool for all of it: of its own BullMQ would open one for each queue and each worker, and look at its tables each time. */
async function onPostgres(pool: Pool): Promise<Opener> {
  const connection = pool as unknown as PgPool; // it is one; the types of pg describe its events in another way
  const client = await pool.connect();
  await runMigrations(client).finally(() => client.release());
  return {
    queue: (name) => new Queue(name, { connection, defaultJobOptions: jobOptions }, createPostgresBackend),
    worker: (name, run, concurrency) =>
      new Worker(name, run, { connection, concurrency, maxStalledCount }, createPostgresBackend),
  };
}

function createHub(open: Opener, log: Logger, { isAway, ping, disconnect }: Link): QueueHub {
  const queues = new Map<string, OpenQueue>();
  const workers: OpenWorker[] = [];
  const queueOf = (name: string): OpenQueue => {
    const known = queues.get(name) ?? watch(open.queue(name), name, log);
    queues.set(name, known);
    return known;
  };
  const rest = watchRest(() => hasNoJobs([...queues.values()]));
  const waker = createWaker((queue, name, id) => {
    rest.added();
    return queueOf(queue).add(name, { id });
  }, log);
  const follow = (queue: string, handler: Handler) => (job: Job) => {
    waker.begin(queue, job.name, idOf(job));
    return rest.run(() => runLogged(job, queue, handler, log));
  };
  return {
    wake: (queue, name, id) => waker.wake(queue, name, id),
    async work(queue, concurrency, handler) {
      const worker = watch(open.worker(queue, follow(queue, handler), concurrency), queue, log);
      workers.push(worker);
      await worker.waitUntilReady();
    },
    isIdle: async () => waker.isIdle() && (await rest.isAtRest()),
    async counts() {
      await ping(); // of one that is away they would be waited for
      return countJobs(queues);
    },
    find: (name) => queueOf(name) as Queue,
    ping,
    // By force where Redis is away: what it would be told of the jobs that run the ledger knows.
    stopWorkers: async () => void (await Promise.all(workers.map((worker) => worker.close(isAway())))),
    async close() {
      if (isAway()) await disconnect(); // what waits for it fails now and ends
      await waker.close();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await disconnect();
    },
  };
}

/** Without a listener an 'error' event would end the process. */
function watch<T extends OpenQueue | OpenWorker>(emitter: T, queue: string, log: Logger): T {
  emitter.on('error', (error) => log.warn({ queue, error: error.message }, 'queue error'));
  return emitter;
}

const idOf = (job: Job): string => String((job.data as { id?: string }).id ?? '');

/** The stack without the message: messages of database errors repeat what people wrote. */
async function runLogged(job: Job, queue: string, handler: Handler, log: Logger): Promise<void> {
  try {
    await handler(job.name, idOf(job));
  } catch (error) {
    const { name } = error as Error;
    log.error(
      { queue, job: job.name, error: name, code: codeOf(error), stack: stackOf(error) },
      'job failed',
    );
    throw new Error(name, { cause: error });
  }
}

async function hasNoJobs(queues: OpenQueue[]): Promise<boolean> {
  const counts = await Promise.all(
    queues.map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
  );
  return counts.every((count) => Object.values(count).every((number) => number === 0));
}

async function countJobs(queues: Map<string, OpenQueue>): Promise<Record<string, Record<string, number>>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const [name, queue] of queues) counts[name] = await queue.getJobCounts('waiting', 'active', 'failed');
  return counts;
}
