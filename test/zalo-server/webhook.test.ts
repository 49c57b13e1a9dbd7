import { afterEach, describe, expect, it } from 'vitest';
import { closeFixtures, receiver, startFixture, type Received } from './fixture.js';

afterEach(closeFixtures);

describe('the webhook', () => {
  const secret_token = 'bi-mat-cua-xa';

  it('is refused without HTTPS, on a local address, or with a short secret', async () => {
    const { server, call, error } = await startFixture();
    expect(await error('getWebhookInfo')).toBe('Not Found');
    for (const url of [
      'http://xa.vn/a',
      'https://localhost/a',
      'https://192.168.1.2/a',
      'https://10.0.0.1/a',
    ])
      expect(await error('setWebhook', { url, secret_token })).toBe('Bad request: The url is invalid');
    expect(await error('setWebhook', { url: 'https://xa.vn/a', secret_token: 'ngan' })).toMatch('between 8');
    server.behave({ localWebhooks: true });
    const { url } = await receiver();
    expect((await call('setWebhook', { url, secret_token })).result).toEqual({
      url,
      updated_at: expect.any(Number) as number,
    });
    expect((await call('getWebhookInfo')).result).toEqual({
      url,
      updated_at: expect.any(Number) as number,
    });
    expect(await error('getUpdates', { timeout: 0 })).toBe('Bad request: Webhook is active');
    expect((await call('deleteWebhook')).result).toMatchObject({ url: '' });
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: '' });
    expect(await error('getUpdates', { timeout: 0 })).toBe('Request timeout');
  });

  it('gets updates with the secret, wrapped or bare', async () => {
    const { server, call, writes } = await startFixture({ behaviour: { localWebhooks: true } });
    const { url, reach } = await receiver();
    writes('đang chờ');
    await call('setWebhook', { url, secret_token });
    await reach(1);
    server.behave({ webhookBody: 'bare', webhookSecret: 'wrong' });
    writes('hai');
    await reach(2);
    server.behave({ webhookSecret: 'missing' });
    writes('ba');
    const got = await reach(3);
    expect(got.map(({ headers }) => headers['x-bot-api-secret-token'])).toEqual([
      secret_token,
      'not-the-secret',
      undefined,
    ]);
    expect(got.map(({ json }) => json)).toMatchObject([
      { ok: true, result: { message: { text: 'đang chờ' } } },
      { message: { text: 'hai' } },
      { message: { text: 'ba' } },
    ]);
  });

  it('gets updates twice, in the wrong order, or never', async () => {
    const refused = new Set([4, 5]);
    const { server, call, writes } = await startFixture({ behaviour: { localWebhooks: true } });
    const { url, reach } = await receiver((count) => (refused.has(count) ? 502 : 200));
    await call('setWebhook', { url, secret_token });
    server.duplicateNextUpdate();
    writes('một');
    await reach(2);
    server.redeliver();
    await reach(3);
    writes('hai');
    await reach(4);
    await expect.poll(() => server.lostUpdates()).toBe(1);
    server.behave({ webhookRetriesMs: [10] });
    writes('ba');
    await reach(6);
    server.behave({ webhookOutOfOrder: true });
    ['bốn', 'năm'].forEach(writes);
    const texts = (await reach(8)).map(({ json }) => (json as { result: Received }).result.message.text);
    expect(texts).toEqual(['một', 'một', 'một', 'hai', 'ba', 'ba', 'năm', 'bốn']);
  });

  it('is probed on demand', async () => {
    const { server, call, error } = await startFixture({ behaviour: { localWebhooks: true } });
    const { url } = await receiver((count) => (count === 1 ? 403 : 200));
    server.behave({ webhookVerification: true });
    expect((await call('setWebhook', { url, secret_token })).result).toMatchObject({
      url,
      verification: { ok: false, outcome: 'http_error', status_code: 403 },
    });
    expect((await call('testWebhook')).result).toMatchObject({ ok: true, status_code: 200 });
    expect(await call('testWebhook')).toMatchObject({ error_code: 426 });
    server.behave({ testWebhook: false });
    expect(await error('testWebhook')).toBe('Not Found');
  });
});
