import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openQueue, type QueueHub } from './queue.js';
import { parseSettings } from './settings.js';

/** A way to the Redis of the tests that can be cut, as when that Redis is stopped. */
async function openWay() {
  const redis = new URL(inject('servers').redis);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const beyond = connect(Number(redis.port || 6379), redis.hostname);
    for (const [one, other] of [[socket, beyond] as const, [beyond, socket] as const]) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: Object.assign(new URL(redis), { hostname: '127.0.0.1', port: String(port) }).href, cut };
}

let queue: QueueHub;
let way: Awaited<ReturnType<typeof openWay>>;
const pool = new pg.Pool();

beforeAll(async () => {
  way = await openWay();
  const settings = parseSettings({ REDIS_URL: way.url, QUEUE_PREFIX: `${inject('servers').runId}_away` });
  queue = await openQueue(settings, pool, pino({ level: 'silent' }));
  await queue.work('work', 1, async () => undefined);
});

afterAll(() => pool.end());

test('a Redis that goes away is said at once, and holds up no stop', async () => {
  await queue.ping();
  way.cut();
  await sleep(100);
  queue.wake('work', 'anything');
  await expect(queue.ping()).rejects.toThrow('Redis does not answer.');
  await expect(queue.counts()).rejects.toThrow('Redis does not answer.');
  const startedAt = performance.now();
  await queue.stopWorkers();
  await queue.close();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
}, 20_000);
