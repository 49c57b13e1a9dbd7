import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../config/embedded-postgres.js';
import { openLog } from '../../config/log.js';
import { openQueue } from '../../config/queue.js';
import { parseSettings } from '../../config/settings.js';
import { workQueue } from '../../jobs/wake.js';
import { applyMigrations } from '../../store/migrations.js';
import { findDatabase, runSql } from './find-database.js';
import { findRedis } from './find-redis.js';
import { withDatabase } from './urls.js';

/** What a test file needs to open its own database and queue. Handed to every worker by vitest. */
export interface TestServers {
  /** Databases and keys of this run begin with it; all are removed at its end. */
  runId: string;
  /** A PostgreSQL beside a Redis: the user's, the machine's, or one started for the run. */
  database: string;
  redis: string;
  /** The embedded default: PostgreSQL from npm, the queue in it. */
  embedded: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServers;
  }
}

/** Finds or starts the servers once a run, and makes a migrated template on each that test files clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runId = `gb_test_${randomBytes(4).toString('hex')}`;
  const folder = await mkdtemp(path.join(tmpdir(), `${runId}-`));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as a user that must be able to get in
  const own = await startEmbeddedPostgres(folder);
  const embedded = own.url.replace(/\/giaoban$/, '/postgres');
  await forgoDisk(embedded);
  const database = (await findDatabase()) ?? embedded;
  const redis = await findRedis();
  const hosts = [...new Set([embedded, database])];
  for (const host of hosts) {
    await runSql(host, `create database ${runId}_template`);
    await prepareTemplate(withDatabase(host, `${runId}_template`));
  }
  project.provide('servers', { runId, database, redis: redis.url, embedded });
  return async () => {
    for (const host of hosts) await dropDatabases(host, runId);
    await dropKeys(redis.url, runId);
    await redis.stop();
    await own.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Our tables and the queue's: whoever clones it need not make them again. */
async function prepareTemplate(url: string): Promise<void> {
  await applyMigrations(url);
  const settings = parseSettings({ DATABASE_URL: url });
  const queue = await openQueue(settings, url, await openLog(settings));
  await queue.work(workQueue, 1, () => Promise.resolve());
  await queue.stopWorkers();
  await queue.close();
}

/** What this server holds is thrown away with it: nothing has to survive a power cut, so nothing waits for the disk. */
async function forgoDisk(host: string): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await runSql(host, `alter system set ${setting} = off`);
  await runSql(host, 'select pg_reload_conf()');
}

async function dropDatabases(host: string, runId: string): Promise<void> {
  const { rows } = (await runSql(host, `select datname from pg_database where datname like '${runId}%'`)) as {
    rows: { datname: string }[];
  };
  for (const { datname } of rows) await runSql(host, `drop database if exists ${datname} with (force)`);
}

async function dropKeys(url: string, runId: string): Promise<void> {
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `${runId}*`, count: 500 }))
    if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
  redis.disconnect();
}
