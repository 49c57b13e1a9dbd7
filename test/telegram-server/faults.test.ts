import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Telegraf } from 'telegraf';
import { afterEach, describe, expect, it } from 'vitest';
import { controlClient } from './control.js';
import type { FaultRule } from './faults.js';
import { startFixture } from './fixture.js';
import type { TelegramServerOptions } from './server.js';

const closers: (() => Promise<void>)[] = [];
const begin = async (options: TelegramServerOptions = {}) => {
  const fixture = await startFixture(options);
  closers.push(fixture.server.close);
  const { server, group } = fixture;
  const { telegram } = new Telegraf(server.token, { telegram: { apiRoot: server.url } });
  const attempt = (text = 'Họp giao ban', signal?: AbortSignal): Promise<unknown> =>
    telegram
      .callApi('sendMessage', { chat_id: group.id, text }, signal ? { signal: signal as never } : {})
      .catch((error: unknown) => error);
  const shown = () => server.shown(group.id).length;
  return { ...fixture, attempt, shown };
};

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('faults', () => {
  it.each<[FaultRule, object, number]>([
    [{ kind: '429', retryAfter: 7 }, { code: 429, parameters: { retry_after: 7 } }, 0],
    [{ kind: '403' }, { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }, 0],
    [{ kind: '400', description: 'Bad Request: x' }, { code: 400, description: 'Bad Request: x' }, 0],
    [{ kind: '500-html' }, { code: 500 }, 0],
    [{ kind: '502' }, { code: 502 }, 0],
    [{ kind: 'reset-before' }, { type: 'system' }, 0],
    [{ kind: 'reset-after' }, { type: 'system' }, 1],
    [{ kind: 'slow', ms: 30 }, { text: 'Họp giao ban' }, 1],
  ])('%j', async (rule, outcome, count) => {
    const { server, attempt, shown } = await begin();
    const fault = server.fault({ method: 'sendMessage', ...rule });
    expect(await attempt()).toMatchObject(outcome);
    expect(shown()).toBe(count);
    expect(fault.hits()).toBe(1);
    expect(await attempt()).toMatchObject({ message_id: count + 1 });
  });

  it('leave a call without an answer, undone or done', async () => {
    const { server, attempt, shown } = await begin();
    server.fault({ kind: 'hang' });
    server.fault({ kind: 'hang-after' });
    await attempt('một', AbortSignal.timeout(80));
    expect(shown()).toBe(0);
    await attempt('hai', AbortSignal.timeout(80));
    expect(shown()).toBe(1);
  });

  it('strike the n-th call, one chat, a family, or by seeded chance', async () => {
    const { server, group, attempt, call } = await begin();
    server.fault({ method: 'send*', chatId: group.id, nth: 2, kind: '403' });
    server.fault({ chatId: -1, times: 'always', kind: '403' });
    const outcomes = [await attempt(), await attempt(), await attempt()];
    expect(outcomes.map((one) => one instanceof Error)).toEqual([false, true, false]);
    server.clearFaults();
    const chance = server.fault({ method: 'getMe', probability: 0.5, seed: 3, kind: '502' });
    for (let at = 0; at < 40; at += 1) await call('getMe').catch(() => undefined);
    expect(chance.hits()).toBeGreaterThan(8);
    expect(chance.hits()).toBeLessThan(32);
  });
});

describe('rate', () => {
  it('refuses a second message a second to one chat after the burst', async () => {
    let now = 1_790_000_000_000;
    const { server, attempt } = await begin({
      clock: () => now,
      rate: { perChatPerSecond: 1, perChatBurst: 2 },
    });
    await attempt();
    await attempt();
    expect(await attempt()).toMatchObject({
      code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    now += 1_000;
    expect(await attempt()).toMatchObject({ message_id: 3 });
    expect(server.rateRefusals()).toEqual({ chat: 1, group: 0, overall: 0 });
  });

  it('holds a group to 20 a minute and the bot to 30 a second', async () => {
    let now = 1_790_000_000_000;
    const { server, call, attempt } = await begin({ clock: () => now, rate: 'real' });
    for (let at = 0; at < 20; at += 1, now += 1_000) expect(await attempt()).not.toBeInstanceOf(Error);
    expect(await attempt()).toMatchObject({ parameters: { retry_after: 40 } });
    now += 60_000;
    const { ids } = server.addGroups({ count: 31 });
    const codes = [];
    for (const chat_id of ids) codes.push((await call('sendMessage', { chat_id, text: 'x' })).error_code);
    expect(codes.filter((code) => code === 429)).toHaveLength(1);
    expect(server.rateRefusals()).toEqual({ chat: 0, group: 1, overall: 1 });
  });
});

describe('another process', () => {
  it('runs for the benchmark and is led over HTTP', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/telegram-server/run.ts', '--bench'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const { url, token } = JSON.parse(line.toString()) as { url: string; token: string };
    const control = controlClient(url);
    const { ids } = await control<{ ids: number[] }>('addGroups', { count: 5, prefix: 'Tổ trực' });
    const { telegram } = new Telegraf(token, { telegram: { apiRoot: url } });
    for (const id of [...ids, ids[0]!]) await telegram.sendMessage(id, 'Chuẩn bị chống lũ');
    expect(await control('replies', { count: 150, texts: ['xong', 'đã nhận'] })).toEqual({ sent: 150 });
    expect(await control('stats')).toMatchObject({
      calls: { sendMessage: 6 },
      botMessages: 6,
      repeated: 1,
      chatsWithBotMessages: 5,
      pendingUpdates: 150,
    });
    await control('reset');
    expect(await control('stats')).toMatchObject({ calls: {}, botMessages: 0 });
    await expect(control('no-such')).rejects.toThrow('no control named no-such');
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
