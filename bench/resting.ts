import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDataFolder } from '../test/harness/data-folder.js';
import { startBotServer, type Backends } from './servers.js';

const mainFile = path.resolve(import.meta.dirname, '../main.js');
/** Long enough for start-up garbage to be gone and the first ticks to have run. */
const restMs = 15_000;

/** Memory of the Node process that does nothing, in MB: with Telegram, PostgreSQL and Redis, and as the embedded default. */
export async function measureResting(backends: Backends): Promise<{ servers: number; embedded: number }> {
  const server = await startBotServer('off');
  const database = await backends.createDatabase();
  const servers = await measure({
    DATABASE_URL: database,
    REDIS_URL: backends.redis,
    QUEUE_PREFIX: database.split('/').at(-1) ?? '',
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
  });
  await server.stop();
  return { servers, embedded: await measure({}) };
}

async function measure(settings: Record<string, string>): Promise<number> {
  const folder = await makeDataFolder('gb-bench-');
  // With what the bench itself was started with, as `npm start` has it.
  const child = spawn(process.execPath, [...process.execArgv, mainFile], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await sleep(restMs);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(folder, { recursive: true, force: true });
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
