import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startTelegramServer } from '../../test/telegram-server/server.js';
import type { Intake } from '../channel.js';
import { createTelegramChannel } from './telegram.js';

const secret = 'mot-bi-mat_0123456789';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function begin(publicUrl = 'https://giaoban.example.vn/') {
  const server = await startTelegramServer({ webhookRetryMs: 20 });
  closers.push(server.close);
  const owner = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: owner.id });
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.url,
    webhook: { secret, publicUrl },
    pace: { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 },
    log: pino({ level: 'silent' }),
    timeouts: { backOffMs: 10 },
  });
  closers.push(() => channel.stop());
  const texts: string[] = [];
  const intake: Intake = async (_name, events) => {
    for (const { event } of events) texts.push('text' in event ? event.text : event.kind);
  };
  const receive = (body: string, headers: Record<string, string>, into = intake) =>
    channel.webhook?.receive(new Headers(headers), body, into);
  return { server, owner, group, channel, texts, intake, receive };
}

const good = { 'X-Telegram-Bot-Api-Secret-Token': secret };
const update = (text: string) =>
  JSON.stringify({
    update_id: 9,
    message: {
      message_id: 1,
      date: 1_795_500_000,
      chat: { id: 5, type: 'private', first_name: 'Hoa' },
      from: { id: 5, is_bot: false, first_name: 'Hoa' },
      text,
    },
  });

describe('webhook', () => {
  it('is set with the secret and the kinds of updates', async () => {
    const { server, channel, intake } = await begin();
    await channel.start(intake);
    expect(channel.webhook?.path).toBe('/webhooks/telegram');
    expect(server.calls('setWebhook')[0]?.params).toMatchObject({
      url: 'https://giaoban.example.vn/webhooks/telegram',
      secret_token: secret,
    });
    expect(server.callCounts()['getUpdates']).toBeUndefined();
  });

  it.each([
    { label: 'no secret', headers: {}, status: 401, taken: [] },
    { label: 'a wrong secret', headers: { 'x-telegram-bot-api-secret-token': 'x' }, status: 401, taken: [] },
    { label: 'the secret', headers: good, status: 200, taken: ['xin chào'] },
  ])('answers $status to $label', async ({ headers, status, taken }) => {
    const { receive, texts } = await begin();
    expect(await receive(update('xin chào'), headers)).toBe(status);
    expect(texts).toEqual(taken);
  });

  it.each(['', '{', '[]', '7', '{"update_id":1}', '{"update_id":1,"poll":{}}', '{"message":{}}'])(
    'ignores the payload %j',
    async (body) => {
      const { receive, texts } = await begin();
      expect(await receive(body, good)).toBe(200);
      expect(texts).toEqual([]);
    },
  );

  it('asks for a repetition when the update could not be stored', async () => {
    const { receive } = await begin();
    const away = () => Promise.reject(new Error('the database is away'));
    expect(await receive(update('x'), good, away)).toBe(500);
  });

  it('asks for a repetition while it does not know its own name', async () => {
    const { server, receive } = await begin();
    server.fault({ method: 'getMe', kind: '502' });
    expect(await receive(update('x'), good)).toBe(500);
    expect(await receive(update('x'), good)).toBe(200);
  });

  it('loses nothing on the way from Telegram, though storing fails at first', async () => {
    const inbox: { receive?: (request: Request) => Promise<Response> } = {};
    const web = serve({ fetch: (request) => inbox.receive!(request), port: 0, hostname: '127.0.0.1' });
    closers.push(() => web.close());
    await new Promise((resolve) => web.once('listening', resolve));
    const { server, owner, channel, texts, intake } = await begin(
      `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
    );
    let failures = 1;
    inbox.receive = async (request) => {
      const status = await channel.webhook!.receive(request.headers, await request.text(), (name, events) =>
        failures-- > 0 ? Promise.reject(new Error('away')) : intake(name, events),
      );
      return new Response(null, { status });
    };
    await channel.start(intake);
    for (const text of ['một', 'hai']) server.says({ chat: owner.id, from: owner.id, text });
    await expect.poll(() => texts).toEqual(['một', 'hai']);
  });

  it('is waited for by stop', async () => {
    const { channel, receive } = await begin();
    const order: string[] = [];
    const slow = async () => {
      order.push('begun');
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('stored');
    };
    const receiving = receive(update('x'), good, slow);
    await expect.poll(() => order).toEqual(['begun']);
    await channel.stop();
    expect(order).toEqual(['begun', 'stored']);
    expect(await receiving).toBe(200);
  });
});

describe('diagnose', () => {
  it('finds all well after a start', async () => {
    const { channel, intake } = await begin();
    await channel.start(intake);
    const findings = await channel.diagnose();
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.map(({ text }) => text).join('\n')).toMatch(/@giaoban_bot[^]*webhook points to/);
  });

  it('says what to do when the webhook is not set', async () => {
    const { channel } = await begin();
    const findings = await channel.diagnose();
    expect(findings.find(({ ok }) => !ok)?.text).toMatch(
      /^No webhook is set: it should point to http.*PUBLIC_URL/,
    );
  });

  it('says what to do about a wrong token', async () => {
    const { server } = await begin();
    const channel = createTelegramChannel({
      token: '1:wrong',
      apiRoot: server.url,
      pace: { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 },
      log: pino({ level: 'silent' }),
    });
    expect(await channel.diagnose()).toEqual([
      { ok: false, text: expect.stringContaining('TELEGRAM_BOT_TOKEN') as string },
    ]);
  });
});
