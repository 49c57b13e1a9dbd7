import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { openWebhookPlace } from '../../test/harness/webhook-place.js';
import { startZaloServer, type ZaloServerOptions } from '../../test/zalo-server/server.js';
import type { InboundEvent, Intake } from '../channel.js';
import { createZaloBotChannel } from './zalo.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function begin(options: ZaloServerOptions = {}, how: { isByWebhook?: boolean; sendMs?: number } = {}) {
  const { isByWebhook = false, ...limits } = how;
  const server = await startZaloServer({
    ...options,
    behaviour: { localWebhooks: true, ...options.behaviour },
  });
  closers.push(server.close);
  const hoa = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: hoa.id });
  const place = await openWebhookPlace();
  closers.push(place.close);
  /** Opens it anew, as after a restart. */
  const open = () => {
    const channel = createZaloBotChannel({
      token: server.token,
      apiRoot: server.url,
      botName: server.botName,
      ...(isByWebhook ? { webhook: { secret: 'mot-bi-mat-dai', publicUrl: place.url } } : {}),
      log: pino({ level: 'silent' }),
      timeouts: { pollSeconds: 1, leastPollMs: 100, backOffMs: 20, stopMs: 500, ...limits },
    });
    closers.push(() => channel.stop());
    return channel;
  };
  const channel = open();
  const events: InboundEvent[] = [];
  const keys: string[] = [];
  const intake: Intake = async (_name, keyed) => {
    events.push(...keyed.map(({ event }) => event));
    keys.push(...keyed.map(({ eventKey }) => eventKey));
  };
  place.take(channel, intake);
  const says = (text: string, more: { mention?: boolean; replyTo?: string } = {}) =>
    server.says({ chat: group.id, from: hoa.id, text, ...more });
  const texts = () => events.map((event) => ('text' in event ? event.text : event.kind));
  const to = { externalId: group.id, threadId: '', isGroup: true };
  return { server, hoa, group, channel, open, intake, events, keys, texts, says, to };
}

describe('what members say', () => {
  it.each(['NFC', 'NFD'] as const)(
    'arrives with the mention off, its name written in %s',
    async (mentionForm) => {
      const { channel, intake, texts, says, to } = await begin({
        botName: 'Bot Giao ban huyện Mẫu Sơn',
        behaviour: { mentionForm },
      });
      await channel.start(intake);
      const { messageId } = await channel.send({ to, content: say('Kiểm kê vật tư') });
      says('chuyện riêng trong nhóm');
      says('#12 xong', { mention: true });
      says('đã xong', { replyTo: messageId });
      says('/bind K7Q2M9XDAB', { mention: true });
      says('dangky K7Q2M9XDAB', { mention: true });
      const all = ['#12 xong', 'đã xong', '/bind K7Q2M9XDAB', '/bind K7Q2M9XDAB'];
      await expect.poll(texts).toEqual(all);
    },
  );

  it.each([
    { timeoutStatus: 408, dateUnit: 's', photoField: 'photo_url' },
    { emptyPoll: 'empty-result', errorStatus: 'code', errorCodeType: 'string' },
    { minPollGapMs: 50, personIds: 'per-chat', fetchesPhotos: true },
    { extra: { update: { moi: 1 }, message: { quote: { id: 'x' } } }, replyField: 'reply_to' },
  ] as const)('arrives whatever the platform is like: %j', async (behaviour) => {
    const { server, channel, intake, events, texts, says, group, hoa } = await begin({ behaviour });
    await channel.start(intake);
    await expect.poll(server.waitingPolls).toBe(1);
    server.endPolls();
    await expect.poll(server.waitingPolls).toBe(1);
    says('#12 xong', { mention: true });
    server.says({ chat: group.id, from: hoa.id, text: '#13 có ảnh', kind: 'image', mention: true });
    await expect.poll(texts).toEqual(['#12 xong', '#13 có ảnh']);
    expect(events[1]).toMatchObject({ attachments: [{ kind: 'photo' }] });
    expect(Math.abs(Date.parse((events[0] as { at: string }).at) - Date.now())).toBeLessThan(10_000);
  });

  it('arrives through faults of the gateway', async () => {
    const { server, channel, intake, texts, says } = await begin();
    for (const kind of ['502', 'html-leak', 'reset-before', '500-html'] as const)
      server.fault({ method: 'getUpdates', kind });
    await channel.start(intake);
    says('#12 xong', { mention: true });
    await expect.poll(texts).toEqual(['#12 xong']);
  });

  it.each([{ webhookBody: 'bare' }, { webhookBody: 'wrapped' }] as const)(
    'arrives by webhook, %j',
    async (behaviour) => {
      const { server, channel, intake, keys, says } = await begin({ behaviour }, { isByWebhook: true });
      await channel.start(intake);
      server.duplicateNextUpdate();
      says('#12 xong', { mention: true });
      await expect.poll(() => keys.length).toBe(2);
      expect(new Set(keys).size).toBe(1);
    },
  );

  it.each(['wrong', 'missing'] as const)(
    'is refused by webhook with a secret that is %s',
    async (webhookSecret) => {
      const { server, channel, intake, keys, says } = await begin(
        { behaviour: { webhookSecret } },
        { isByWebhook: true },
      );
      await channel.start(intake);
      says('#12 xong', { mention: true });
      await expect.poll(() => server.lostUpdates()).toBe(1);
      expect(keys).toEqual([]);
    },
  );

  it.each(['noticed', 'swallows'] as const)(
    'in the moment of a stop is there before it ends, or for the next start; a poll given up is %s',
    async (gonePoll) => {
      const { channel, open, intake, texts, says } = await begin({ behaviour: { gonePoll } });
      await channel.start(intake);
      const stopping = channel.stop();
      says('#12 xong', { mention: true });
      await stopping;
      says('#13 xong', { mention: true });
      await open().start(intake);
      await expect.poll(texts).toEqual(['#12 xong', '#13 xong']);
    },
  );

  it('is polled for after an earlier installation had set a webhook', async () => {
    const { server, channel, intake, texts, says } = await begin();
    await fetch(`${server.url}/bot${server.token}/setWebhook`, {
      method: 'POST',
      body: new URLSearchParams({ url: `${server.url}/old`, secret_token: 'mot-bi-mat-cu' }),
    });
    await channel.start(intake);
    says('#12 xong', { mention: true });
    await expect.poll(texts).toEqual(['#12 xong']);
  });
});

describe('a send', () => {
  const faultOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    return error instanceof SendError ? [error.fault.kind, error.code] : error;
  };

  it('to a group without the bot is told as unreachable', async () => {
    const { server, channel, group, to } = await begin();
    server.kicksBot({ chat: group.id, from: '' });
    expect((await faultOf(channel.send({ to, content: say('x') }))) as string[]).toContain('unreachable');
  });

  it.each([
    { code: 400, description: 'Bad request: The chat_id is invalid' },
    { code: 403, description: 'Forbidden' },
    { code: 404, description: 'Conversation not found' },
  ])('to a chat that is not there is told as unreachable: $code', async (unknownChat) => {
    const { channel, to } = await begin({ behaviour: { unknownChat } });
    const nowhere = { ...to, externalId: 'zgr-00000000000000000000' };
    expect((await faultOf(channel.send({ to: nowhere, content: say('x') }))) as string[]).toContain(
      'unreachable',
    );
  });

  it('that a removed bot seems to do is nobody’s fault: it counts as sent', async () => {
    const { server, channel, group, to } = await begin({ behaviour: { removedBot: 'swallows' } });
    server.kicksBot({ chat: group.id, from: '' });
    expect(await channel.send({ to, content: say('x') })).toHaveProperty('messageId');
  });

  it.each([200, 401] as const)('with a wrong token says so, in status %d', async (badTokenStatus) => {
    const { server, to } = await begin({ behaviour: { badTokenStatus } });
    const channel = createZaloBotChannel({
      ...{ token: '1:sai', apiRoot: server.url, botName: '', log: pino({ level: 'silent' }) },
    });
    expect(await faultOf(channel.send({ to, content: say('x') }))).toEqual(['retryable', 'unauthorized']);
    expect(await channel.diagnose()).toMatchObject([
      { ok: false, text: expect.stringContaining('ZALO_BOT_TOKEN') as string },
    ]);
  });

  it('beyond the quota is throttled', async () => {
    const { server, channel, to } = await begin({ quota: { messages: 1 } });
    server.useQuota({ messages: 1 });
    expect(await faultOf(channel.send({ to, content: say('x') }))).toEqual(['throttled', 'throttled']);
  });

  it('that was taken but not answered is in doubt, and is there once', async () => {
    const { server, channel, to, group } = await begin({}, { sendMs: 400 });
    server.fault({ method: 'sendMessage', kind: 'hang-after' });
    expect(await faultOf(channel.send({ to, content: say('một') }))).toEqual(['unknown', 'timeout']);
    expect(server.shown(group.id).map(({ text }) => text)).toEqual(['một']);
  });

  it('never becomes markup', async () => {
    const { server, channel, to, group } = await begin();
    const text = '**đậm** # đề mục {red}đỏ{/red} <b>x</b>';
    await channel.send({ to, content: { text: [{ text, style: 'bold' }] } });
    expect(server.shown(group.id)).toMatchObject([{ text }]);
    expect(server.shown(group.id)[0]?.parseMode).toBeUndefined();
  });
});
