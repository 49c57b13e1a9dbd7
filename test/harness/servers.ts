import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { withDatabase } from './urls.js';

export type Backend = 'embedded' | 'servers';

/** What is needed to open a database and queue of one's own. */
export interface TestServers {
  /** Databases and keys of this run begin with it; all are removed at its end. */
  runId: string;
  /** A PostgreSQL beside a Redis: the user's, the machine's, or one started for the run. */
  database: string;
  redis: string;
  /** The embedded default: PostgreSQL from npm, the queue in it. */
  embedded: string;
}

/**
 * Opens the servers of a run, in a process of its own: however this one ends (Ctrl-C, a kill), that one hears of it and
 * removes what was made.
 */
export async function openServers(): Promise<{ servers: TestServers; stop(): Promise<void> }> {
  const extension = path.extname(import.meta.filename);
  const child = fork(path.join(import.meta.dirname, `run-servers${extension}`), {
    execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
    detached: true, // Ctrl-C in the terminal must not reach it: it ends last
  });
  const ended = once(child, 'exit');
  const [servers] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The servers for the tests did not start.'))),
  ])) as [TestServers];
  return {
    servers,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** A fresh, migrated database of its own. It is dropped when the servers are stopped. */
export async function cloneDatabase(
  { runId, database, embedded }: TestServers,
  backend: Backend,
): Promise<string> {
  const host = backend === 'embedded' ? embedded : database;
  const name = `${runId}_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: host });
  await client.connect();
  // Two clones of one template at the same moment disturb each other.
  await client.query('select pg_advisory_lock(7001)');
  try {
    await client.query(`create database ${name} template ${runId}_template`);
    // It lives for one test: a commit need not wait for the disk, also on a server that others use.
    await client.query(`alter database ${name} set synchronous_commit = off`);
  } finally {
    await client.end();
  }
  return withDatabase(host, name);
}

/** Removes all keys that begin so. */
export async function dropKeys(url: string, runId: string): Promise<void> {
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `${runId}*`, count: 500 }))
    if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
  redis.disconnect();
}
