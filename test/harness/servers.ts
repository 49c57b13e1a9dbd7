import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { openConnections } from '../../config/connections.js';
import { startEmbeddedPostgres } from '../../config/embedded-postgres.js';
import { openLog } from '../../config/log.js';
import { openQueue } from '../../config/queue.js';
import { parseSettings } from '../../config/settings.js';
import { applyMigrations } from '../../store/migrations.js';
import { makeDataFolder } from './data-folder.js';
import { findDatabase, runSql } from './find-database.js';
import { findRedis } from './find-redis.js';
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

/** Finds or starts the servers, and makes a migrated template on each to be cloned. `stop` removes what was made. */
export async function openServers(): Promise<{ servers: TestServers; stop(): Promise<void> }> {
  const runId = `gb_test_${randomBytes(4).toString('hex')}`;
  const folder = await makeDataFolder(`${runId}-`);
  const [own, found, redis] = await Promise.all([startEmbeddedPostgres(folder), findDatabase(), findRedis()]);
  const embedded = own.url.replace(/\/giaoban$/, '/postgres');
  await forgoDisk(embedded);
  await easeEntry(embedded);
  const database = found ?? embedded;
  for (const host of new Set([embedded, database])) {
    await runSql(host, `create database ${runId}_template`);
    await prepareTemplate(withDatabase(host, `${runId}_template`));
  }
  const stop = async () => {
    if (database !== embedded) await dropDatabases(database, runId); // those of the built-in one go with its folder
    await dropKeys(redis.url, runId);
    await redis.stop();
    await own.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { servers: { runId, database, redis: redis.url, embedded }, stop };
}

/** Our tables and the queue's: whoever clones it need not make them again. */
async function prepareTemplate(url: string): Promise<void> {
  await applyMigrations(url);
  const settings = parseSettings({ DATABASE_URL: url });
  const connections = openConnections(url);
  const queue = await openQueue(settings, connections.queue, await openLog(settings));
  await queue.close();
  await connections.close();
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

/** What this server holds is thrown away with it: nothing has to survive a power cut, so nothing waits for the disk. */
async function forgoDisk(host: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await runSql(host, `alter system set ${setting} = off`);
  await runSql(host, 'select pg_reload_conf()');
}

/** A story opens half a dozen connections: the thousands of rounds that make a stolen password hard to guess cost more than the rest of it. */
async function easeEntry(host: string): Promise<void> {
  const { username, password } = new URL(host);
  await runSql(host, `set scram_iterations = 1; alter role ${username} password '${password}'`);
}

/** All at once: each drop waits until the whole server has written down what it holds, and those that wait together wait once. */
async function dropDatabases(host: string, runId: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: host, max: 10 });
  const { rows } = await pool.query<{ datname: string }>(
    `select datname from pg_database where datname like '${runId}%'`,
  );
  await Promise.all(rows.map(({ datname }) => pool.query(`drop database if exists ${datname} with (force)`)));
  await pool.end();
}

/** Removes all keys that begin so. */
export async function dropKeys(url: string, runId: string): Promise<void> {
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `${runId}*`, count: 500 }))
    if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
  redis.disconnect();
}
