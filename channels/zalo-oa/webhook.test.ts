import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../core/message.js';
import { begin, closeAll } from '../../test/harness/zalo-oa-scene.js';

afterEach(closeAll);

describe('the webhook', () => {
  it('hears the group and keeps what is said to the bot, with the name of who said it', async () => {
    const { channel, events, intake, says, group, hoa } = await begin();
    await channel.start(intake);
    const { messageId } = await channel.send({
      to: { externalId: group.id, threadId: '', isGroup: true },
      content: say('Kiểm kê vật tư'),
    });
    says('chiều nay mấy giờ họp?');
    says('#12 xong');
    says('đã kiểm kê xong', messageId);
    await expect.poll(() => events.length).toBe(4);
    const heard = events.filter((event) => event.kind === 'message').filter(({ addressed }) => addressed);
    expect(heard.map(({ text, sender }) => [text, sender])).toEqual([
      ['#12 xong', { externalId: hoa.id, name: 'Hoa' }],
      ['đã kiểm kê xong', { externalId: hoa.id, name: 'Hoa' }],
    ]);
    expect(heard[1]?.replyTo).toEqual({ messageId, isOurs: true });
  });

  it.each([
    ['quote_msg_id', true],
    ['quote_msg', true],
    [null, false],
  ] as const)('knows an answer to the bot by the field %s: %s', async (quoteField, isKnown) => {
    const { channel, events, says, to } = await begin({ quoteField });
    const { messageId } = await channel.send({ to, content: say('Kiểm kê vật tư') });
    says('đã kiểm kê xong', messageId);
    await expect.poll(() => events.filter(({ kind }) => kind === 'message').length).toBe(1);
    expect(events.find(({ kind }) => kind === 'message')).toMatchObject({ addressed: isKnown });
  });

  it('learns of the groups that are there at the start', async () => {
    const { channel, events, intake, group } = await begin();
    await channel.start(intake);
    expect(events).toMatchObject([
      { kind: 'joined', hearsAll: true, chat: { externalId: group.id, title: 'Xã An Phú', isGroup: true } },
    ]);
  });

  it('lets a stop not wait for a platform that does not answer', async () => {
    const { server, channel, intake } = await begin({}, { sendMs: 400 });
    server.fault({ method: 'group/getgroupsofoa', kind: 'hang', times: 'always' });
    await channel.start(intake);
    const begun = performance.now();
    await channel.stop();
    expect(performance.now() - begun).toBeLessThan(300);
  });

  it('takes a redelivery under the same key', async () => {
    const { server, keys, says } = await begin({ rawBody: 'spaced' });
    server.duplicateNextUpdate();
    says('#12 xong');
    await expect.poll(() => keys.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('is given again what could not be stored', async () => {
    const { channel, place, events, intake, says } = await begin();
    let failures = 2;
    place.take(channel, async (name, keyed) => {
      if (failures-- > 0) throw new Error('the database is away');
      await intake(name, keyed);
    });
    says('#12 xong');
    await expect.poll(() => events.length).toBe(1);
  });

  it.each(['wrong', 'missing', 'hmac'] as const)(
    'takes nothing with a signature that is %s',
    async (signature) => {
      const { server, events, says } = await begin({ signature });
      says('#12 xong');
      await expect.poll(() => server.retryingUpdates() + server.lostUpdates()).toBeGreaterThan(0);
      expect(events).toEqual([]);
    },
  );
});
