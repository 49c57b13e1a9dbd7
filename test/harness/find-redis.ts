import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findFreePort } from '../../config/free-port.js';

export interface FoundRedis {
  url: string;
  stop(): Promise<void>;
}

const standard = 'redis://127.0.0.1:6379';

/** TEST_REDIS_URL, else a Redis on the standard port, else the installed `redis-server` on a free one. Throws a sentence. */
export async function findRedis(): Promise<FoundRedis> {
  const wanted = process.env.TEST_REDIS_URL;
  if (wanted) {
    if (await answers(wanted)) return { url: wanted, stop: async () => undefined };
    throw new Error('TEST_REDIS_URL is set, but no Redis answers there: start it or unset the variable.');
  }
  if (await answers(standard)) return { url: standard, stop: async () => undefined };
  return startRedis();
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function startRedis(): Promise<FoundRedis> {
  const port = await findFreePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const failed = new Promise<never>((_, reject) =>
    child.once('error', () =>
      reject(new Error('No Redis for the tests: run "apt-get install -y redis-server" once.')),
    ),
  );
  const url = `redis://127.0.0.1:${port}`;
  const ready = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await answers(url)) return;
      await sleep(50);
    }
    throw new Error('redis-server did not start.');
  };
  await Promise.race([ready(), failed]);
  return { url, stop: async () => void child.kill('SIGTERM') };
}
