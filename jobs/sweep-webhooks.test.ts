import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webhookEvents, type WebhookEvent } from '../core/webhook/webhook.js';
import { createEndpoint } from '../store/webhooks.js';
import { organise } from '../test/harness/organisation.js';
import type { Person } from '../test/harness/people.js';
import { startReceiver, type Receiver } from '../test/harness/receiver.js';
import { findDirective, openStage } from '../test/harness/stage.js';
import { startWorld, type World } from '../test/harness/world.js';
import { runTick } from './run-tick.js';

let world: World;
let hanh: Person;
let groups: Record<string, number>;
let receiver: Receiver;
let secret: string;
const db = () => world.app.runtime.db;
const hour = 3600_000;
const pass = (ms: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const tick = async () => {
  await runTick(world.app.runtime);
  await world.settle();
};
const give = (text: string) => {
  const who = { id: String(hanh.id), name: hanh.name };
  return organise(openStage(world, 'telegram')).give(who, who, text);
};
/** Answers a directive in the unit's group. */
const say = (code: string, number: number, text: string) => {
  const message = findDirective(openStage(world, 'telegram').shown(String(groups[code])), number);
  return world.says(hanh, groups[code]!, text, { replyTo: Number(message.id) });
};
const endpointOf = async (events: readonly WebhookEvent[], withWords = false) => {
  const secret = await createEndpoint(
    db(),
    { url: receiver.url, events, withWords, createdById: 1 },
    world.clock.now(),
  );
  return { secret };
};
/** The last number that was given out. */
const lastCall = () => db().$queryRaw<[{ last_value: bigint }]>`select last_value from "WebhookCall_id_seq"`;
/** What came, as `answered #1 XA01`. */
const told = () =>
  receiver.received.map(
    ({ body: { type, data } }) => `${type} #${data.directive?.number} ${data.unit?.code}`,
  );

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off', settings: { WEBHOOK_PRIVATE: 'on' } });
  hanh = await world.owner();
  groups = await world.bindUnits(hanh, ['XA01 Xã An Bình', 'XA02 Xã Bình Minh', 'XA03 Xã Cẩm Sơn']);
});
afterAll(() => world.stop());
beforeEach(async () => {
  await receiver?.close();
  receiver = await startReceiver();
  await db().webhookEndpoint.deleteMany({});
  ({ secret } = await endpointOf(webhookEvents));
  return () => receiver.close();
});

describe('what happens to a part', () => {
  test('is told once, signed, without what people wrote', async () => {
    const number = await give('/giao XA01 XA02 hạn 17h thứ 6\nKiểm tra cống\nTừng tuyến.');
    await say('XA01', number, 'đang làm 70%');
    await say('XA01', number, 'xong');
    expect(receiver.received).toEqual([]);
    await tick();
    await tick();
    expect(told().sort()).toEqual([
      `answered #${number} XA01`,
      `answered #${number} XA01`,
      `done #${number} XA01`,
    ]);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(3);
    const { raw, headers, id, body } = receiver.received[0]!;
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(id, at, raw));
    expect(body.data).toMatchObject({ part: { state: 'done' }, reply: { id: expect.any(Number) as number } });
    expect(body.data.link).toMatch(new RegExp(`/admin/directives/${number}/XA01$`));
    expect(raw).not.toMatch(/cống|tuyến|xong|An Bình|đang làm/);
    const kept = JSON.stringify(await db().webhookCall.findMany());
    expect(kept).not.toMatch(/whatever|xong|whsec/);
  });

  test('goes out with the words where that was chosen, to each endpoint that wants it', async () => {
    await endpointOf(['done'], true);
    const number = await give('/giao XA02 hạn 17h thứ 6\nNộp danh sách');
    await say('XA02', number, 'vướng: thiếu mẫu biểu');
    await say('XA02', number, 'xong');
    await tick();
    const done = receiver.received.filter(({ body }) => body.type === 'done');
    expect(done.map(({ body }) => body.data.directive?.title).sort()).toEqual(['Nộp danh sách', undefined]);
    expect(done.some(({ body }) => body.data.reply?.text === 'xong')).toBe(true);
    expect(new Set(done.map(({ id }) => id)).size).toBe(1);
    expect(receiver.received).toHaveLength(4);
  });

  test('is an answer when it is corrected, edited, or decided otherwise; done is what was accepted', async () => {
    const number = await give('/giao XA03 hạn 17h thứ 6 nghiệm thu\nSửa đường');
    const messageId = await say('XA03', number, 'đang làm 40%');
    await world.edits(groups['XA03']!, messageId, 'đang làm 60%');
    await say('XA03', number, 'xong');
    await tick();
    expect(told()).toEqual(Array(3).fill(`answered #${number} XA03`));
    await world.says(hanh, hanh, `/nghiemthu ${number} XA03`);
    await tick();
    expect(told().slice(3)).toEqual([`done #${number} XA03`]);
    await world.says(hanh, hanh, `/ghithay ${number} XA03 đang làm 90%`);
    await tick();
    expect(told().slice(4)).toEqual([`answered #${number} XA03`]);
  });

  test('that came to nothing is told to nobody', async () => {
    const number = await give('/giao XA01 hạn 17h thứ 6\nHọp dân');
    await world.says(hanh, hanh, `/ghithay ${number} XA01 chưa rõ thế nào`);
    expect(world.last(hanh).text).toContain('chưa');
    await say('XA01', number, 'mai mấy giờ ạ?');
    await tick();
    expect(await db().reply.count({ where: { assignment: { directive: { number } } } })).toBe(1);
    expect(told()).toEqual([]);
  });
});

describe('a deadline that passes', () => {
  test('is told once for each unit that owes, and again when a later one passes', async () => {
    const number = await give('/giao XA01 XA02 hạn 10h sáng mai\nKiểm kê');
    await say('XA02', number, 'xong');
    await tick();
    receiver.received.length = 0;
    await world.fastForward('1d');
    expect(told()).toEqual([]);
    pass(3 * hour);
    await Promise.all([tick(), tick()]);
    await tick(); // a part that a reminder held at that moment is looked at next time
    const [{ last_value: used }] = await lastCall();
    await tick();
    expect((await lastCall())[0].last_value).toEqual(used);
    expect(told()).toEqual([`overdue #${number} XA01`]);
    await world.says(hanh, hanh, `/giahan ${number} XA01 17h`);
    await tick();
    pass(8 * hour);
    await tick();
    await tick();
    expect(told()).toEqual(Array(2).fill(`overdue #${number} XA01`));
    // Calls are forgotten, deadlines are not told anew.
    pass(15 * 24 * hour);
    await tick();
    await tick();
    expect(await db().webhookCall.count({ where: { kind: 'overdue' } })).toBe(0);
  });

  test('before the endpoint was there is no news', async () => {
    const number = await give('/giao XA01 hạn 30 phút nữa\nBáo quân số');
    pass(2 * hour);
    await db().webhookEndpoint.deleteMany({});
    await endpointOf(['overdue']);
    await tick();
    expect(told()).not.toContain(`overdue #${number} XA01`);
  });
});
