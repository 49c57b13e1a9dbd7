import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Intake } from '../channel.js';
import {
  closeAll,
  connect,
  json,
  page,
  refusal,
  token,
  update,
  usual,
} from '../../test/harness/zalo-answers.js';

afterEach(closeAll);

describe('polling', () => {
  it('hands over what comes, one after the other, through every kind of empty or broken poll', async () => {
    const answers = [
      json({ ok: true, result: update('một') }),
      refusal(408, 'Request timeout'),
      json({ ok: false, error_code: 408, description: 'Request timeout' }, 408),
      page(408),
      json({ ok: true, result: {} }),
      page(502),
      json({ ok: true, result: update('hai') }),
      json({ ok: true, result: [update('ba'), update('bốn')] }),
    ];
    const { channel, texts, intake, asked } = await connect((one, response) => {
      const next = one.method === 'getUpdates' ? answers.shift() : undefined;
      if (next) next(response);
      else usual(one, response);
    });
    await channel.start(intake);
    await expect.poll(() => texts).toEqual(['một', 'hai', 'ba', 'bốn']);
    expect(asked.slice(0, 3).map(({ method }) => method)).toEqual(['getMe', 'deleteWebhook', 'getUpdates']);
  });

  it('keeps an update until it is stored and asks for no other before', async () => {
    const { channel, asked } = await connect((one, response) => {
      const polls = asked.filter(({ method }) => method === 'getUpdates').length;
      if (one.method === 'getUpdates' && polls === 1) json({ ok: true, result: update('một') })(response);
      else usual(one, response);
    });
    const seen: string[] = [];
    let polls = 0;
    await channel.start(async (_name, events) => {
      seen.push(events[0]!.eventKey);
      polls = asked.filter(({ method }) => method === 'getUpdates').length;
      if (seen.length < 4) throw new Error('the database is away');
    });
    await expect.poll(() => seen.length).toBe(4);
    expect([new Set(seen).size, polls]).toEqual([1, 1]);
  });

  it('lets a stop wait for the poll under way and stores what it brings', async () => {
    let held: ServerResponse | null = null;
    const { channel, texts, intake } = await connect((one, response) => {
      if (one.method === 'getUpdates') held = response;
      else usual(one, response);
    });
    await channel.start(intake);
    await expect.poll(() => held).not.toBeNull();
    const stopping = channel.stop();
    setTimeout(() => json({ ok: true, result: update('phút chót') })(held!), 100);
    await stopping;
    expect(texts).toEqual(['phút chót']);
  });

  it('ends a stop in time although nothing can be stored, and says what is lost', async () => {
    const { channel, logged } = await connect((one, response) => {
      if (one.method === 'getUpdates') json({ ok: true, result: update('một') })(response);
      else usual(one, response);
    });
    let attempts = 0;
    await channel.start(async () => {
      attempts += 1;
      throw new Error('the database is away');
    });
    await expect.poll(() => attempts).toBeGreaterThan(0);
    const begun = performance.now();
    await channel.stop();
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(logged.filter((line) => line.includes('"level":50')).join('')).toContain(
      'message.text.received-một',
    );
  });

  it('says what to do about a wrong token, without it', async () => {
    const { channel, intake, logged } = await connect((_asked, response) =>
      refusal(401, `Unauthorized: /bot${encodeURIComponent(token)}/getMe`)(response),
    );
    await channel.start(intake);
    const warnings = logged.filter((line) => line.includes('"level":40'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('ZALO_BOT_TOKEN');
    expect(decodeURIComponent(logged.join(''))).not.toContain('bi-mat');
  });

  it('does not wait for a platform that never answers', async () => {
    const { channel, intake } = await connect(() => undefined, { timeouts: { sendMs: 300 } });
    const begun = performance.now();
    await channel.start(intake);
    await channel.stop();
    expect(performance.now() - begun).toBeLessThan(2_500);
  });
});

describe('the webhook', () => {
  const webhook = { secret: 'mot-bi-mat-dai', publicUrl: 'https://giaoban.example.vn/' };
  const good = new Headers({ 'x-bot-api-secret-token': webhook.secret });

  it('is set, and nothing is polled', async () => {
    const { channel, asked, intake } = await connect(usual, { webhook });
    await channel.start(intake);
    expect(asked.at(-1)).toEqual({
      method: 'setWebhook',
      params: { url: 'https://giaoban.example.vn/webhooks/zalo', secret_token: webhook.secret },
    });
    expect(asked.map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('takes updates in either shape with the right secret only', async () => {
    const { channel, texts, intake } = await connect(usual, { webhook });
    const receive = (body: string, headers: Headers) => channel.webhook?.receive(headers, body, intake);
    expect(await receive(JSON.stringify(update('một')), new Headers())).toBe(401);
    expect(await receive(JSON.stringify(update('một')), new Headers({ 'x-bot-api-secret-token': 'x' }))).toBe(
      401,
    );
    expect(await receive(JSON.stringify(update('hai')), good)).toBe(200);
    expect(await receive(JSON.stringify({ ok: true, result: update('ba') }), good)).toBe(200);
    for (const body of ['', '{', '[]', '7', '{"ok":true,"result":{}}'])
      expect(await receive(body, good)).toBe(200);
    expect(texts).toEqual(['hai', 'ba']);
  });

  it('tries to store more than once before it gives up', async () => {
    const { channel } = await connect(usual, { webhook });
    let attempts = 0;
    const intake: Intake = async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('the database is away');
    };
    expect(await channel.webhook?.receive(good, JSON.stringify(update('một')), intake)).toBe(200);
    const never = () => Promise.reject(new Error('the database is away'));
    expect(await channel.webhook?.receive(good, JSON.stringify(update('một')), never)).toBe(500);
  });
});
