import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { startEmbeddedPostgres } from '../config/embedded-postgres.js';
import { makeDataFolder } from '../test/harness/data-folder.js';
import { findDatabase, runSql } from '../test/harness/find-database.js';
import { findRedis } from '../test/harness/find-redis.js';
import { withDatabase } from '../test/harness/urls.js';
import { controlClient } from '../test/telegram-server/control.js';

export interface BotServer {
  url: string;
  token: string;
  pid: number;
  control: ReturnType<typeof controlClient>;
  stop(): Promise<void>;
}

const serverFile = path.resolve(import.meta.dirname, '../test/telegram-server/run.js');

/** A local Bot API server in a process of its own. */
export async function startBotServer(rate: 'off' | 'real'): Promise<BotServer> {
  const child = spawn(process.execPath, [serverFile, '--bench', '--rate', rate], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url, token } = JSON.parse(line) as { url: string; token: string };
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, token, pid: child.pid ?? 0, control: controlClient(url), stop };
}

export interface Backends {
  redis: string;
  /** Makes an empty database; all are dropped by stop. */
  createDatabase(): Promise<string>;
  prefix: string;
  stop(): Promise<void>;
}

/** A PostgreSQL and a Redis, found or started as for the tests. What is made on them is removed again. */
export async function openBackends(): Promise<Backends> {
  const prefix = `gb_bench_${randomBytes(4).toString('hex')}`;
  const folder = await makeDataFolder(prefix);
  const found = await findDatabase();
  const own = found ? null : await startEmbeddedPostgres(folder);
  const host = found ?? withDatabase(own?.url ?? '', 'postgres');
  const redis = await findRedis();
  const names: string[] = [];
  return {
    redis: redis.url,
    prefix,
    async createDatabase() {
      const name = `${prefix}_${names.length}`;
      names.push(name);
      await runSql(host, `create database ${name}`);
      return withDatabase(host, name);
    },
    async stop() {
      for (const name of names) await runSql(host, `drop database if exists ${name} with (force)`);
      await dropKeys(redis.url, prefix);
      await redis.stop();
      await own?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function dropKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  redis.disconnect();
}
