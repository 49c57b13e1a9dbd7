import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWebhookRequester } from '../config/webhook-requester.js';
import { webhookEvents, type WebhookEvent } from '../core/webhook/webhook.js';
import { createEndpoint } from '../store/webhooks.js';
import type { Person } from '../test/harness/people.js';
import { startReceiver, type Receiver } from '../test/harness/receiver.js';
import { startWorld, type World } from '../test/harness/world.js';
import { runTick } from './run-tick.js';
import { sendWebhooks } from './send-webhooks.js';

let world: World;
let hanh: Person;
let receiver: Receiver;
let endpointId: number;
const db = () => world.app.runtime.db;
const hour = 3600_000;
const pass = (ms: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const tick = async () => {
  await runTick(world.app.runtime);
  await world.settle();
};
const endpointOf = async (events: readonly WebhookEvent[], url = receiver.url) => {
  await createEndpoint(db(), { url, events, withWords: false, createdById: 1 }, world.clock.now());
  return db().webhookEndpoint.findFirstOrThrow({ orderBy: { id: 'desc' } });
};

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off', settings: { WEBHOOK_PRIVATE: 'on' } });
  hanh = await world.owner();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await receiver?.close();
  receiver = await startReceiver();
  await db().webhookEndpoint.deleteMany({});
  ({ id: endpointId } = await endpointOf(webhookEvents));
  return () => receiver.close();
});

describe('sending', () => {
  /** So many events that wait. */
  const queue = (count: number) =>
    db().webhookCall.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        ...{ endpointId, eventId: `event-${at}`, kind: 'test', at: world.clock.now() },
      })),
    });
  const run = () => sendWebhooks.run(world.app.runtime, String(endpointId));

  test('twice and at once sends each once', async () => {
    await queue(23);
    await Promise.all([run(), run(), run()]);
    await run();
    expect(receiver.received.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 23 }, (_, at) => `event-${at}`).sort(),
    );
    expect(await run()).toEqual({});
  });

  test('that was cut off before it was written down is done again, under the same id', async () => {
    await queue(1);
    const claimedAt = world.clock.now();
    await db().webhookCall.updateMany({ data: { state: 'sending', claimedAt, attempts: 1 } });
    await tick();
    expect(receiver.received).toEqual([]);
    pass(61_000);
    await tick();
    expect(receiver.received.map(({ id }) => id)).toEqual(['event-0']);
    expect(await db().webhookCall.findFirstOrThrow()).toMatchObject({
      state: 'sent',
      attempts: 2,
      status: 200,
    });
  });

  test('is tried again later each time, and a success ends the trouble', async () => {
    await queue(7);
    receiver.answers(500);
    expect(await run()).toEqual({ queued: 5 });
    expect(await run()).toEqual({});
    const { pausedUntil, failingSince } = await db().webhookEndpoint.findFirstOrThrow();
    expect([pausedUntil.getTime() - world.clock.now().getTime(), failingSince]).toEqual([
      10_000,
      world.clock.now(),
    ]);
    receiver.answers(200);
    pass(11_000);
    expect(await run()).toEqual({ sent: 7 });
    expect(await db().webhookEndpoint.findFirstOrThrow()).toMatchObject({ failures: 0, failingSince: null });
  });

  test('does not keep the program from stopping', async () => {
    receiver.answers(0);
    await queue(1);
    const stopping = new AbortController();
    const running = sendWebhooks.run({ ...world.app.runtime, stopping: stopping.signal }, String(endpointId));
    await vi.waitUntil(() => receiver.received.length === 1);
    stopping.abort();
    expect(await running).toEqual({ queued: 1 });
    expect((await db().webhookEndpoint.findFirstOrThrow()).failures).toBe(0);
    receiver.answers(200);
    expect(await run()).toEqual({ sent: 1 });
  });

  test('follows no redirect', async () => {
    const other = await startReceiver();
    receiver.answers(302, { location: other.url });
    await queue(1);
    expect(await run()).toEqual({ queued: 1 });
    expect(other.received).toEqual([]);
    expect((await db().webhookCall.findFirstOrThrow()).status).toBe(302);
    await other.close();
  });

  test('leaves no address of the own network alone unless a setting lets it', async () => {
    const { runtime } = world.app;
    const settings = { ...runtime.settings, WEBHOOK_PRIVATE: 'off' as const };
    const webhooks = createWebhookRequester(settings);
    const strict = { ...runtime, settings, webhooks };
    const urls = ['https://127.0.0.1:1/', 'https://localhost:1/', 'https://[::1]:1/', receiver.url];
    const errors = ['INTERNAL_ADDRESS', 'INTERNAL_ADDRESS', 'INTERNAL_ADDRESS', 'URL_REFUSED'];
    for (const [at, url] of urls.entries()) {
      const { id } = await endpointOf(['done'], url);
      await db().webhookCall.create({
        data: { endpointId: id, eventId: 'x', kind: 'test', at: world.clock.now() },
      });
      await sendWebhooks.run(strict, String(id));
      const call = await db().webhookCall.findFirstOrThrow({ where: { endpointId: id } });
      expect([url, call.error]).toEqual([url, errors[at]]);
    }
    expect(receiver.received).toEqual([]);
    await webhooks.close();
  });

  test('of many runs goes over the connections of the first, which a stop closes', async () => {
    for (let at = 0; at < 5; at += 1) {
      await queue(1);
      expect(await run()).toEqual({ sent: 1 });
      await db().webhookCall.deleteMany({});
    }
    const { made } = await receiver.connections();
    expect(made).toBeLessThan(5);
    await world.restart();
    await expect.poll(() => receiver.connections()).toEqual({ made, open: 0 });
  });

  test('to what fails for three days ends, and the owner hears of it', async () => {
    receiver.answers(503);
    await queue(1);
    for (let at = 0; at < 50; at += 1) {
      await tick();
      pass(3 * hour);
    }
    const endpoint = await db().webhookEndpoint.findFirstOrThrow();
    expect(endpoint).toMatchObject({ isOn: false, offReason: 'failing' });
    expect(await db().webhookCall.count({ where: { state: 'queued' } })).toBe(0);
    const heard = world.shown(hanh).filter(({ text }) => text.includes('ba ngày không gửi được'));
    expect(heard).toHaveLength(1);
    expect(heard[0]!.text).not.toContain('geheim');
    const before = receiver.received.length;
    await queue(0);
    await tick();
    expect(receiver.received).toHaveLength(before);
  });

  test('to what says that it is gone ends at once', async () => {
    receiver.answers(410);
    await queue(8);
    await tick();
    expect(await db().webhookEndpoint.findFirstOrThrow()).toMatchObject({ isOn: false, offReason: 'gone' });
    expect(await db().webhookCall.count({ where: { state: 'skipped' } })).toBe(8);
  });
});
