import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
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
import { dropKeys, type TestServers } from './servers.js';
import { withDatabase } from './urls.js';

/** The process that openServers starts: says what it opened, and removes it when nobody listens any more. */
const opened = await openAll();
if (process.connected) {
  const left = once(process, 'disconnect');
  process.send!(opened.servers, () => undefined); // who is gone already has left
  await left;
}
await opened.stop();

/** Finds or starts the servers, and makes a migrated template on each to be cloned. `stop` removes what was made. */
async function openAll(): Promise<{ servers: TestServers; stop(): Promise<void> }> {
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
