import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../core/message.js';
import { begin, closeAll, type Begun } from '../../test/harness/zalo-oa-scene.js';

afterEach(closeAll);

const words = 'Kiểm kê vật tư phòng chống lụt bão';

describe('a private chat', () => {
  const begun = async (behaviour: Parameters<typeof begin>[0] = {}) => {
    const scene = await begin(behaviour);
    const { server, hoa } = scene;
    const says = (text: string) => server.says({ chat: hoa.id, from: hoa.id, text });
    return { ...scene, says, to: { externalId: hoa.id, threadId: '', isGroup: false } };
  };

  it('is heard whole, with the name of its person, and answered by text and picture', async () => {
    const { server, channel, events, says, to, hoa } = await begun();
    says('dangky K7Q2M9XDAB');
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({
      ...{ kind: 'message', addressed: true, text: '/start K7Q2M9XDAB' },
      chat: { externalId: hoa.id, isGroup: false },
      sender: { externalId: hoa.id, name: 'Hoa' },
    });
    const { messageId } = await channel.send({ to, content: say(words) });
    const attachment = { kind: 'photo', channel: 'zalo-oa', ref: 'https://f.example.vn/a.jpg' } as const;
    await channel.send({ to, content: { ...say('Ảnh'), attachment } });
    expect(server.shown(hoa.id).slice(1)).toMatchObject([{ id: messageId, text: words }, { kind: 'image' }]);
  });

  it('counts without the name where it is not told', async () => {
    const { events, says } = await begun({ profilesOpen: false });
    says('/viec');
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({ sender: { name: '' } });
  });

  it.each([
    ['who never wrote', () => undefined, 'unreachable', 'window-closed'],
    [
      'who wrote too long ago',
      (s: Begun) => s.server.behave({ windowError: -232 }),
      'unreachable',
      'window-closed',
    ],
    [
      'who wants no messages',
      (s: Begun) => {
        s.server.says({ chat: s.hoa.id, from: s.hoa.id, text: 'x' });
        s.server.restricts({ user: s.hoa.id });
      },
      'unreachable',
      'blocked',
    ],
    [
      'who had as many as they may get',
      (s: Begun) => s.server.fault({ method: 'message/cs', kind: 'error', code: -218 }),
      'throttled',
      'throttled',
    ],
    [
      'when the month is used up',
      (s: Begun) => s.server.fault({ method: 'message/cs', kind: 'error', code: -211 }),
      'throttled',
      'throttled',
    ],
  ] as const)('with somebody %s', async (_label, arrange, kind, code) => {
    const scene = await begun();
    arrange(scene);
    const error: unknown = await scene.channel
      .send({ to: scene.to, content: say(words) })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      fault: { kind, ...(kind === 'throttled' ? { scope: 'chat' } : {}) },
      code,
    });
  });
});
