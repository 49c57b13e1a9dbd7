import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { buttons, startFixture, type Update } from './fixture.js';
import type { TelegramServerOptions } from './server.js';

const closers: (() => Promise<void>)[] = [];
const begin = async (options: TelegramServerOptions = {}) => {
  const fixture = await startFixture(options);
  closers.push(fixture.server.close);
  const writes = (text: string) => fixture.server.says({ chat: fixture.an.id, from: fixture.an.id, text });
  return { ...fixture, writes };
};
/** A program behind a webhook; `answer` gives the status for the n-th post. */
const webhook = async (answer: (count: number) => number = () => 200) => {
  const got: { update: Update; secret: string | undefined }[] = [];
  const http = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    req.on('end', () => {
      const secret = req.headers['x-telegram-bot-api-secret-token'];
      got.push({ update: JSON.parse(body) as Update, secret: secret?.toString() });
      res.writeHead(answer(got.length)).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  );
  const reach = async (count: number): Promise<void> => {
    for (let tries = 0; got.length < count && tries < 200; tries += 1)
      await new Promise((r) => setTimeout(r, 10));
    expect(got.length).toBeGreaterThanOrEqual(count);
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, got, reach };
};

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('getUpdates', () => {
  it('delivers an update again until a higher offset confirms it', async () => {
    const { call, writes } = await begin();
    writes('một');
    writes('hai');
    const read = async (params: object = {}) => (await call('getUpdates', params)).result as Update[];
    const [first, second] = await read();
    expect(second?.update_id).toBe(first!.update_id + 1);
    expect(await read()).toHaveLength(2);
    expect(await read({ limit: 1 })).toEqual([first]);
    expect(await read({ offset: second!.update_id })).toEqual([second]);
    expect(await read({ offset: second!.update_id + 1 })).toEqual([]);
  });

  it('waits for an update and answers with the whole burst', async () => {
    const { getUpdates, writes } = await begin();
    const waiting = getUpdates({ timeout: 5 });
    setTimeout(() => ['một', 'hai', 'ba'].forEach(writes), 50);
    expect((await waiting).map(({ message }) => message?.text)).toEqual(['một', 'hai', 'ba']);
    const before = Date.now();
    expect(await getUpdates({ timeout: 1 })).toEqual([]);
    expect(Date.now() - before).toBeGreaterThan(900);
  });

  it('keeps the allowed kinds until told otherwise', async () => {
    const { server, an, group, getUpdates, writes } = await begin();
    server.promotesBot({ chat: group.id, from: an.id });
    await getUpdates({ allowed_updates: ['message_reaction'] });
    const { messageId } = server.says({ chat: group.id, from: an.id, text: 'đã nhận' });
    server.reacts({ chat: group.id, from: an.id, message: messageId, emoji: ['👍'] });
    const [reaction, ...others] = await getUpdates();
    expect(reaction?.message_reaction?.new_reaction).toEqual([{ type: 'emoji', emoji: '👍' }]);
    expect(others).toEqual([]);
    await getUpdates({ allowed_updates: [] });
    server.reacts({ chat: group.id, from: an.id, message: messageId, emoji: [] });
    writes('một');
    expect((await getUpdates()).map(({ message }) => message?.text)).toEqual(['một']);
  });

  it('ends the older of two pollers with 409', async () => {
    const { call } = await begin();
    const older = call('getUpdates', { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const newer = call('getUpdates', { timeout: 1 });
    expect(await older).toMatchObject({
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    expect((await newer).ok).toBe(true);
  });

  it('delivers twice what is to be doubled, and again what was confirmed', async () => {
    const { server, getUpdates, writes } = await begin();
    server.duplicateNextUpdate();
    writes('một');
    const [first] = await getUpdates();
    expect(await getUpdates()).toEqual([first]);
    expect(await getUpdates()).toEqual([]);
    expect(server.redeliver({ updateId: first!.update_id })).toBe(true);
    expect(await getUpdates()).toEqual([first]);
  });
});

describe('webhook', () => {
  it('posts with the secret, refuses getUpdates meanwhile, and hands back what is left', async () => {
    const { call, getUpdates, writes } = await begin();
    const hook = await webhook();
    writes('một');
    const set = await call('setWebhook', { url: hook.url, secret_token: 'bi-mat', max_connections: 3 });
    expect(set.description).toBe('Webhook was set');
    await hook.reach(1);
    expect(hook.got[0]).toMatchObject({ secret: 'bi-mat', update: { message: { text: 'một' } } });
    expect((await call('getUpdates')).description).toContain(
      "can't use getUpdates method while webhook is active",
    );
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: hook.url, max_connections: 3 });
    expect((await call('deleteWebhook')).description).toBe('Webhook was deleted');
    writes('hai');
    expect((await getUpdates()).map(({ message }) => message?.text)).toEqual(['hai']);
  });

  it('repeats a refused update, in order within the chat', async () => {
    const { call, writes } = await begin({ webhookRetryMs: 10 });
    const hook = await webhook((count) => (count <= 2 ? 500 : 200));
    await call('setWebhook', { url: hook.url });
    ['một', 'hai'].forEach(writes);
    await hook.reach(4);
    expect(hook.got.map(({ update }) => update.message?.text)).toEqual(['một', 'một', 'một', 'hai']);
    expect((await call('getWebhookInfo')).result).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
  });

  it('doubles and disorders on demand', async () => {
    const { server, call, writes } = await begin({ webhookOutOfOrder: true });
    const hook = await webhook();
    await call('setWebhook', { url: hook.url, max_connections: 1 });
    server.duplicateNextUpdate();
    ['một', 'hai', 'ba'].forEach(writes);
    await hook.reach(4);
    expect(hook.got.map(({ update }) => update.message?.text)).toEqual(['ba', 'hai', 'một', 'một']);
    expect(hook.got[2]?.update.update_id).toBe(hook.got[3]?.update.update_id);
  });
});

describe('callback queries', () => {
  it('expire by the server clock', async () => {
    const { server, an, group, send, call, getUpdates } = await begin();
    const message = await send('Đã nhận chưa?', buttons('d:1:ok'));
    const pressed = server.presses({ chat: group.id, from: an.id, message, data: 'd:1:ok', waitMs: 200 });
    const [update] = await getUpdates();
    server.advance({ ms: 20_000 });
    const answer = await call('answerCallbackQuery', { callback_query_id: update?.callback_query?.id });
    expect(answer.description).toContain('query is too old');
    expect(await pressed).toBeUndefined();
  });
});
