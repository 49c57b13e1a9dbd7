import { createHash } from 'node:crypto';
import { readShape, shapeOf } from '../fixtures/shape.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Received } from '../../chat-server/receiver.js';
import type { Behaviour } from './behaviour.js';
import { closeFixtures, receiver, startFixture } from './fixture.js';
import type { Credentials } from './world.js';

afterEach(closeFixtures);

const signatureOf = ({ headers }: Received) => headers['x-zevent-signature'];

function expected({ appId, webhookSecret }: Credentials, raw: Buffer, timestamp: unknown): string {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(appId), raw, Buffer.from(String(timestamp) + webhookSecret)]))
    .digest('hex');
}

describe('events', () => {
  it('tell all that members say, without a mention', async () => {
    const { server, an, group, says, send } = await startFixture({ clock: () => 1_790_000_000_123 });
    const { reach } = await receiver(server);
    const { data } = await send('#12 Gửi số liệu tiêm chủng');
    expect(says('xong', { replyTo: data?.message_id }).isSeen).toBe(true);
    says('', { kind: 'image' });
    const [echo, reply, image] = await reach(3);
    expect(echo?.json).toMatchObject({
      event_name: 'oa_send_group_text',
      sender: { id: server.credentials.oaId },
    });
    expect(reply?.json).toEqual({
      event_name: 'user_send_group_text',
      app_id: server.credentials.appId,
      oa_id: server.credentials.oaId,
      sender: { id: an.id },
      recipient: { id: group.id },
      message: {
        text: 'xong',
        msg_id: expect.any(String) as string,
        quote_msg_id: data?.message_id,
      },
      timestamp: '1790000000123',
    });
    expect(an.id).toMatch(/^\d{19}$/);
    expect(image?.json).toMatchObject({ event_name: 'user_send_group_image' });
  });

  it('have the recorded shapes, in groups and in private', async () => {
    const { server, an, group, says, send } = await startFixture();
    server.behave({ echoes: false });
    const { reach } = await receiver(server);
    const { data } = await send('#12 Gửi số liệu tiêm chủng');
    says('#12 xong');
    says('xong', { replyTo: data?.message_id });
    server.says({ chat: an.id, from: an.id, text: 'dangky K7Q2M9XDAB' });
    server.renames({ chat: group.id, title: 'Phường Hòa Bình' });
    const names = ['group text', 'group reply', 'private text', 'group renamed'];
    const sent = (await reach(names.length)).map(({ json }) => shapeOf(json)).sort();
    expect(sent).toEqual(names.map((name) => readShape('oa-events.json', name)).sort());
  });

  it('tell of the life of a group', async () => {
    const { server, an, group } = await startFixture();
    const { reach } = await receiver(server);
    const chi = server.addUser({ name: 'Chi' });
    const who = { chat: group.id, user: chi.id };
    server.asksToJoin(who);
    server.joins(who);
    server.setAdmin({ ...who, admin: true });
    server.setAdmin({ ...who, admin: false });
    server.leaves(who);
    server.behave({ leaveEvent: 'user_leave_group', echoes: false });
    server.leaves({ chat: group.id, user: an.id });
    server.renames({ chat: group.id, title: 'Phường Hòa Bình' });
    server.deletesGroup({ chat: group.id });
    const names = (await reach(8)).map(({ json }) => json.event_name);
    expect(names).toEqual([
      'user_request_join_group',
      'user_join_group',
      'add_group_admin',
      'remove_group_admin',
      'user_out_group',
      'user_leave_group',
      'update_group_info',
      'delete_group',
    ]);
  });

  it.each<[Partial<Behaviour>, boolean]>([
    [{}, true],
    [{ rawBody: 'spaced' }, true],
    [{ signature: 'without-prefix' }, true],
    [{ signature: 'wrong' }, false],
    [{ signature: 'hmac' }, false],
    [{ signature: 'missing' }, false],
    [{ extra: { event: { zone: 'vn' }, message: { lang: 'vi' } } }, true],
  ])('are signed over the raw body: %j', async (behaviour, isRight) => {
    const { server, says } = await startFixture({ behaviour });
    const { reach } = await receiver(server);
    says('đã nhận / 12');
    const [got] = await reach(1);
    const mac = expected(server.credentials, got!.raw, got!.json.timestamp);
    const given = signatureOf(got!)?.toString() ?? '';
    expect(given.replace(/^mac=/, '') === mac).toBe(isRight);
    expect(given.startsWith('mac=')).toBe(!['without-prefix', 'missing'].includes(behaviour.signature ?? ''));
    const isSpaced = JSON.stringify(got!.json) !== got!.raw.toString('utf8');
    expect(isSpaced).toBe(behaviour.rawBody === 'spaced');
  });

  it('come again with num_retry until they are taken, without holding up others', async () => {
    const { server, says } = await startFixture({ behaviour: { retriesMs: [60, 20] } });
    const { reach } = await receiver(server, (count) => (count === 2 || count > 3 ? 200 : 500));
    says('một');
    await expect.poll(() => server.retryingUpdates()).toBe(1);
    says('hai');
    const got = await reach(4);
    expect(got.map(({ json }) => (json.message as { text: string }).text)).toEqual([
      'một',
      'hai',
      'một',
      'một',
    ]);
    expect(got.map(({ headers }) => headers.num_retry)).toEqual([undefined, undefined, '1', '2']);
    expect(signatureOf(got[3]!)).toBe(signatureOf(got[0]!));
  });

  it('come again when nothing answers in time, and end after the last pause', async () => {
    const { server, says } = await startFixture({ behaviour: { retriesMs: [5], answerLimitMs: 60 } });
    const { reach } = await receiver(server, () => undefined);
    says('một');
    await reach(2);
    await expect.poll(() => server.lostUpdates()).toBe(1);
  });

  it('come twice, again, or in the wrong order on demand', async () => {
    const { server, says } = await startFixture();
    expect(says('không ai nghe').isSeen).toBe(false);
    expect(server.lostUpdates()).toBe(1);
    expect(server.redeliver()).toBe(false);
    const { reach } = await receiver(server);
    server.duplicateNextUpdate();
    const { messageId } = says('một');
    await reach(2);
    expect(server.redeliver({ messageId })).toBe(true);
    await reach(3);
    server.behave({ outOfOrder: true });
    ['hai', 'ba'].forEach((text) => says(text));
    const got = await reach(5);
    expect(got.map(({ json }) => (json.message as { text: string }).text)).toEqual([
      'một',
      'một',
      'một',
      'ba',
      'hai',
    ]);
    expect(got.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '1', undefined, undefined]);
    await vi.waitFor(() => expect(server.pendingUpdates()).toBe(0)); // the last one's answer is on its way
  });
});
