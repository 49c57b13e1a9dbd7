import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { controlClient } from '../chat-server/control.js';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function run(...args: string[]) {
  const file = `${import.meta.dirname}/run.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx', file, '--bench', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const signIn = JSON.parse(line) as Record<string, string>;
  const control = controlClient(signIn.url ?? '');
  const { ids } = await control<{ ids: string[] }>('addGroups', { count: 5, prefix: 'Tổ trực' });
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return ((await once(child, 'exit')) as unknown[])[0];
  };
  return { signIn, control, ids, stop };
}

const post = async (url: string, body: object, headers: object = {}): Promise<unknown> => {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return (await fetch(url, { ...sent, body: JSON.stringify(body) })).json();
};

describe('another process', () => {
  it('runs the bot platform for the benchmark and is led over HTTP', async () => {
    const { signIn, control, ids, stop } = await run('--bot-name', 'Bot Huyện');
    expect(signIn.botName).toBe('Bot Huyện');
    const url = `${signIn.url}/bot${signIn.token}/sendMessage`;
    for (const chat_id of [...ids, ids[0]!])
      expect(await post(url, { chat_id, text: 'Chuẩn bị chống lũ' })).toMatchObject({ ok: true });
    expect(await control('replies', { count: 100, texts: ['xong', 'đã nhận'] })).toEqual({ sent: 100 });
    expect(await control('replies', { count: 50, by: 'mention' })).toEqual({ sent: 50 });
    await control('behave', { pollWithWebhook: { code: 404, description: 'Not Found' } });
    await control('fault', { kind: '429' });
    expect(await post(url, { chat_id: ids[0], text: 'x' })).toMatchObject({ error_code: 429 });
    expect(await control('stats')).toMatchObject({
      calls: { sendMessage: 7 },
      groups: 5,
      botMessages: 6,
      repeated: 1,
      chatsWithBotMessages: 5,
      pendingUpdates: 150,
    });
    expect(Object.values(await control<Record<string, number>>('countsByChat'))).toEqual([2, 1, 1, 1, 1]);
    expect(await control('shown', { chat: ids[1]! })).toMatchObject([{ text: 'Chuẩn bị chống lũ' }]);
    await control('reset');
    expect(await control('stats')).toMatchObject({ calls: {}, botMessages: 0 });
    await expect(control('no-such')).rejects.toThrow('no control named no-such');
    expect(await stop()).toBe(0);
  });

  it('runs the account too', async () => {
    const { signIn, control, ids, stop } = await run('--oa');
    expect(Object.keys(signIn).sort()).toEqual(
      ['appId', 'appSecret', 'oaId', 'refreshToken', 'url', 'webhookSecret'].sort(),
    );
    const { accessToken } = await control<{ accessToken: string }>('grant');
    const body = { recipient: { group_id: ids[0] }, message: { text: 'Sửa đường liên xã' } };
    const headers = { access_token: accessToken };
    expect(await post(`${signIn.url}/v3.0/oa/group/message`, body, headers)).toMatchObject({ error: 0 });
    expect(await control('replies', { count: 3, by: 'plain' })).toEqual({ sent: 3 });
    expect(await control('stats')).toMatchObject({ botMessages: 1, lostUpdates: 4 });
    expect(await stop()).toBe(0);
  });
});
