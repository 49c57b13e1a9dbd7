import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startTelegramServer } from '../../test/telegram-server/server.js';
import type { Intake, KeyedEvent } from '../channel.js';
import { createTelegramChannel, type TelegramOptions } from './telegram.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startServer() {
  const server = await startTelegramServer();
  closers.push(server.close);
  const owner = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: owner.id });
  const say = (text: string) => server.says({ chat: owner.id, from: owner.id, text });
  return { server, owner, group, say };
}

function connect(options: Pick<TelegramOptions, 'token' | 'apiRoot'> & Partial<TelegramOptions>) {
  const logged: string[] = [];
  const stream = new PassThrough().on('data', (line: Buffer) => logged.push(line.toString()));
  const channel = createTelegramChannel({
    pace: { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 },
    log: pino({ level: 'info' }, stream),
    timeouts: { pollSeconds: 30, backOffMs: 10 },
    ...options,
  });
  closers.push(() => channel.stop());
  const texts: string[] = [];
  const keys: string[] = [];
  const take = (events: KeyedEvent[]) => {
    for (const { eventKey, event } of events) {
      keys.push(eventKey);
      texts.push('text' in event ? event.text : event.kind);
    }
  };
  const intake: Intake = async (_name, events) => take(events);
  return {
    channel,
    texts,
    keys,
    intake,
    take,
    warnings: () => logged.filter((line) => /"level":40/.test(line)),
  };
}

describe('polling', () => {
  it('names the bot and hands over what people say, in order', async () => {
    const { server, owner, group, say } = await startServer();
    const { channel, texts, intake } = connect({ token: server.token, apiRoot: server.url });
    expect([channel.botName, channel.inviteLink('kx7')]).toEqual(['', null]);
    await channel.start(intake);
    expect(channel.botName).toBe('@giaoban_bot');
    expect(channel.inviteLink('kx7')).toBe('https://t.me/giaoban_bot?startgroup=kx7');
    say('một');
    server.says({ chat: group.id, from: owner.id, text: '/viec@giaoban_bot gấp' });
    server.promotesBot({ chat: group.id, from: owner.id });
    await expect.poll(() => texts).toEqual(['một', '/viec gấp', 'hearing']);
  });

  it('asks again for what could not be stored, under the same key', async () => {
    const { server, say } = await startServer();
    const { channel, texts, keys, take } = connect({ token: server.token, apiRoot: server.url });
    let failures = 2;
    await channel.start(async (_name, events) => {
      take(events);
      if (failures-- > 0) throw new Error('the database is away');
    });
    say('một');
    await expect.poll(() => texts).toEqual(['một', 'một', 'một']);
    expect(new Set(keys).size).toBe(1);
    say('hai');
    await expect.poll(() => texts.slice(3)).toEqual(['hai']);
  });

  it('takes the webhook away that an earlier installation left', async () => {
    const { server, say } = await startServer();
    await fetch(`${server.url}/bot${server.token}/setWebhook?url=https://127.0.0.1:8443/old`);
    const { channel, texts, intake } = connect({ token: server.token, apiRoot: server.url });
    await channel.start(intake);
    say('một');
    await expect.poll(() => texts).toEqual(['một']);
  });

  it('goes on after another poller, a 429 and a broken server, and says it in plain words', async () => {
    const { server, say } = await startServer();
    for (const kind of ['429', '502', 'reset-before'] as const) server.fault({ method: 'getUpdates', kind });
    const { channel, texts, intake, warnings } = connect({ token: server.token, apiRoot: server.url });
    await channel.start(intake);
    say('một');
    await expect.poll(() => texts).toEqual(['một']);
    expect(warnings().join('')).toContain('Telegram asks for a pause');
    await fetch(`${server.url}/bot${server.token}/getUpdates?timeout=0`);
    say('hai');
    await expect.poll(() => texts.slice(-1)).toEqual(['hai']);
  });

  it('begins at once without the platform and connects when it is back', async () => {
    const { server, say } = await startServer();
    const away = createServer((_request, response) => response.writeHead(502).end('<html>'));
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    const { channel, texts, intake, warnings } = connect({
      token: server.token,
      apiRoot: `http://127.0.0.1:${port}`,
    });
    const begun = Date.now();
    await channel.start(intake);
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect(channel.botName).toBe('');
    // The platform comes back behind the same address.
    away.removeAllListeners('request').on('request', (request, response) => {
      void relay(server.url, request, response);
    });
    closers.push(() => (away.closeAllConnections(), away.close()));
    say('một');
    await expect.poll(() => texts).toEqual(['một']);
    expect(warnings()).toHaveLength(1);
  });

  it('does not wait for a platform that accepts and never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closers.push(() => (silent.closeAllConnections(), silent.close()));
    const apiRoot = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { channel, intake } = connect({ token: '1:x', apiRoot });
    const begun = Date.now();
    await channel.start(intake);
    expect(Date.now() - begun).toBeLessThan(2_000);
    await channel.stop();
    expect(Date.now() - begun).toBeLessThan(2_500);
  });

  it('says what to do about a wrong token and keeps trying slowly', async () => {
    const { server } = await startServer();
    const { channel, intake, warnings } = connect({ token: '1:wrong', apiRoot: server.url });
    await channel.start(intake);
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('@BotFather');
  });
});

describe('stopping', () => {
  it('ends a poll that has nothing to tell within a moment', async () => {
    const { server } = await startServer();
    const { channel, intake } = connect({ token: server.token, apiRoot: server.url });
    await channel.start(intake);
    await expect.poll(() => server.callCounts()['getMe']).toBe(1);
    const begun = Date.now();
    await channel.stop();
    expect(Date.now() - begun).toBeLessThan(500);
  });

  it('waits until the batch in hand is stored', async () => {
    const { server, say } = await startServer();
    const { channel } = connect({ token: server.token, apiRoot: server.url });
    const order: string[] = [];
    await channel.start(async () => {
      order.push('begun');
      await new Promise((resolve) => setTimeout(resolve, 150));
      order.push('stored');
    });
    say('một');
    await expect.poll(() => order).toContain('begun');
    await channel.stop();
    order.push('stopped');
    expect(order).toEqual(['begun', 'stored', 'stopped']);
  });
});

async function relay(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(url + (request.url ?? ''), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.concat(chunks),
  }).catch(() => null);
  if (answer) response.writeHead(answer.status).end(await answer.text());
  else response.destroy();
}
