import { afterEach, describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { begin, closeAll, type Begun } from '../../test/harness/zalo-oa-scene.js';

afterEach(closeAll);

const words = 'Kiểm kê vật tư phòng chống lụt bão';

async function faultOf(work: Promise<unknown>): Promise<unknown[]> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof SendError)) throw error;
  expect(`${error.message} ${error.stack}`).not.toMatch(/access_\w{8}|refresh_\w{8}|Secret|Kiểm kê/);
  return [error.fault.kind, error.code];
}

describe('a send', () => {
  it('fetches its token first and shows the text in the group', async () => {
    const { server, channel, to, group } = await begin();
    const { messageId } = await channel.send({ to, content: say(words) });
    expect(server.shown(group.id)).toMatchObject([{ id: messageId, text: words, fromBot: true }]);
    await channel.send({ to, content: say('Lần hai') });
    expect(server.callCounts()['access_token']).toBe(1);
  });

  it.each([200, 401] as const)(
    'renews a token refused with status %d and says it once',
    async (tokenErrorStatus) => {
      const { server, channel, to, group, passed } = await begin({ tokenErrorStatus });
      await channel.send({ to, content: say('một') });
      server.expireAccess();
      // A token that was fetched a moment ago is not taken to be old.
      expect(await faultOf(channel.send({ to, content: say('hai') }))).toEqual(['retryable', 'unauthorized']);
      passed.ms = 60_000;
      await channel.send({ to, content: say('hai') });
      expect(server.shown(group.id).map(({ text }) => text)).toEqual(['một', 'hai']);
    },
  );

  it.each([200, 400] as const)(
    'says that its refresh token was used before, be it in status %d',
    async (oauthErrorStatus) => {
      const { server, channel, to, passed } = await begin({ oauthErrorStatus });
      server.fault({ method: 'access_token', kind: 'reset-after', times: 1 });
      expect(await faultOf(channel.send({ to, content: say('một') }))).toEqual(['retryable', 'broken']);
      passed.ms = 60_000;
      expect(await faultOf(channel.send({ to, content: say('một') }))).toEqual(['retryable', 'token-spent']);
      expect((await channel.diagnose())[0]?.text).toContain('ZALO_OA_REFRESH_TOKEN');
    },
  );

  it('never mentions people by what others wrote', async () => {
    const { server, channel, to, group, hoa } = await begin();
    await channel.send({ to, content: say(`báo [@${hoa.id}] và [@${group.id}]`) });
    const [shown] = server.shown(group.id);
    expect(shown?.mentions).toBeUndefined();
    expect(shown?.text).toBe(`báo (@${hoa.id}) và (@${group.id})`);
  });

  it('shows a photo by its public address', async () => {
    const { server, channel, to, group } = await begin();
    const attachment = { kind: 'photo', channel: 'zalo-oa', ref: 'https://f.example.vn/a.jpg' } as const;
    await channel.send({ to, content: { ...say(words), attachment } });
    expect(server.shown(group.id)).toMatchObject([
      { kind: 'image', text: words, attachments: [{ url: attachment.ref }] },
    ]);
  });

  it.each([
    [
      'a group that is not there',
      (s: Begun) => s.server.deletesGroup({ chat: s.group.id }),
      'unreachable',
      'chat-not-found',
    ],
    [
      'a group whose right ended',
      (s: Begun) => s.server.disablesGroup({ chat: s.group.id }),
      'unreachable',
      'group-expired',
    ],
    [
      'no groups in the package',
      (s: Begun) => s.server.behave({ packageHasGroups: false }),
      'retryable',
      'package',
    ],
    [
      'too many',
      (s: Begun) => s.server.fault({ method: 'group/message', kind: '429' }),
      'throttled',
      'throttled',
    ],
    [
      'a gateway',
      (s: Begun) => s.server.fault({ method: 'group/message', kind: '502' }),
      'retryable',
      'server',
    ],
    [
      'a reset',
      (s: Begun) => s.server.fault({ method: 'group/message', kind: 'reset-after' }),
      'unknown',
      'broken',
    ],
    [
      'silence',
      (s: Begun) => s.server.fault({ method: 'group/message', kind: 'hang-after' }),
      'unknown',
      'timeout',
    ],
    [
      'no tokens',
      (s: Begun) => s.server.fault({ method: 'access_token', kind: '502' }),
      'retryable',
      'server',
    ],
    [
      'no answer on tokens',
      (s: Begun) => s.server.fault({ method: 'access_token', kind: 'hang' }),
      'retryable',
      'timeout',
    ],
  ] as const)('meets %s', async (_label, arrange, kind, code) => {
    const scene = await begin({}, { sendMs: 1_000 });
    arrange(scene);
    expect(await faultOf(scene.channel.send({ to: scene.to, content: say(words) }))).toEqual([kind, code]);
    expect(scene.logged.join('')).not.toMatch(/access_\w{8}|refresh_\w{8}|Secret/);
  });
});

describe('groups', () => {
  it('are made on a right of the package and listed with their members', async () => {
    const { server, channel, hoa } = await begin();
    const lead = server.addUser({ name: 'Minh', isOaAdmin: true });
    server.addAsset({ productType: 'gmf10', validMs: -1 });
    const { id } = server.addAsset({ productType: 'gmf50', quotaType: 'reward_quota' });
    const made = await channel.ownGroups!.create({
      title: 'Xã Bình Minh',
      description: 'Giao ban tuần',
      memberIds: [lead.id, hoa.id],
    });
    expect(made).toMatchObject({ title: 'Xã Bình Minh', link: expect.stringMatching(/^https:/) as string });
    expect(server.world.assets.get(id)?.usedBy).toBe(made.externalId);
    expect((await channel.ownGroups!.list()).map(({ title }) => title)).toEqual([
      'Xã An Phú',
      'Xã Bình Minh',
    ]);
    const members = await channel.ownGroups!.listMembers(made.externalId);
    expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(['Minh', 'Hoa']));
  });

  it('are not made without a right, nor without somebody who manages the account', async () => {
    const { server, channel, hoa } = await begin();
    const group = { title: 'Xã Bình Minh', description: '', memberIds: [hoa.id] };
    expect(await faultOf(channel.ownGroups!.create(group))).toEqual(['rejected', 'no-right']);
    server.addAsset();
    expect(await faultOf(channel.ownGroups!.create(group))).toEqual(['rejected', 'rejected']);
    expect(await channel.ownGroups!.list()).toHaveLength(1);
  });

  it.each(['object', 'array'] as const)('are read from an answer that is an %s', async (groupList) => {
    const { channel } = await begin({ groupList });
    expect(await channel.ownGroups!.list()).toHaveLength(1);
  });

  it('are all read from short pages', async () => {
    const { server, channel } = await begin({ pageLimit: 2, pageOver: 'capped' });
    for (const title of ['Xã Bình Minh', 'Xã Cẩm Sơn', 'Xã Đông Hà', 'Xã Gia Lộc'])
      server.addGroup({ title });
    expect(new Set((await channel.ownGroups!.list()).map(({ title }) => title)).size).toBe(5);
  });

  it('tell the doctor that the account works', async () => {
    const { server, channel } = await begin();
    expect(await channel.diagnose()).toEqual([
      { ok: true, text: 'The Zalo Official Account has 1 group.' },
      { ok: true, text: expect.stringContaining('ending in /webhooks/zalo-oa') as string },
    ]);
    server.behave({ packageHasGroups: false });
    expect(await channel.diagnose()).toMatchObject([{ ok: false }]);
  });
});
