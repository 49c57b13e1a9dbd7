import { afterEach, describe, expect, it } from 'vitest';
import { closeFixtures, startFixture } from './fixture.js';
import type { FaultRule } from './types.js';

afterEach(closeFixtures);

describe('faults', () => {
  it.each<[FaultRule, string, number]>([
    [{ kind: '429' }, '200 Quota exceeded', 0],
    [{ kind: '400', description: 'Bad request: x' }, '200 Bad request: x', 0],
    [{ kind: '401' }, '401 Unauthorized', 0],
    [{ kind: '403' }, '200 Internal server error', 0],
    [{ kind: '404' }, '200 Not Found', 0],
    [{ kind: '408' }, '200 Request timeout', 0],
    [{ kind: '500-html' }, '500 <html>', 0],
    [{ kind: '502' }, '502 <html>', 0],
    [{ kind: 'html-leak' }, '504 <html>', 0],
    [{ kind: 'reset-before' }, 'no answer', 0],
    [{ kind: 'reset-after' }, 'no answer', 1],
    [{ kind: 'hang' }, 'no answer', 0],
    [{ kind: 'hang-after' }, 'no answer', 1],
    [{ kind: 'slow', ms: 30 }, '200 ok', 1],
  ])('%j', async (rule, outcome, count) => {
    const { server, group, raw, send } = await startFixture();
    const fault = server.fault(rule);
    const params = { chat_id: group.id, text: 'Họp giao ban' };
    const limitMs = rule.kind.startsWith('hang') ? 100 : 10_000;
    const answer = await raw('sendMessage', params, AbortSignal.timeout(limitMs)).then(
      async (got) => `${got.status} ${readable(await got.text())}`,
      () => 'no answer',
    );
    expect(answer).toBe(outcome);
    expect(server.shown(group.id)).toHaveLength(count);
    expect(fault.hits()).toBe(1);
    await send('Họp giao ban');
    expect(server.shown(group.id)).toHaveLength(count + 1);
  });

  it('leak the token through a gateway page', async () => {
    const { server, raw } = await startFixture();
    server.fault({ kind: 'html-leak' });
    const page = await (await raw('getMe')).text();
    expect(page).toContain(server.token);
    expect(page).toContain(encodeURIComponent(server.token));
  });

  it('leave polls alone unless named, and strike one chat only', async () => {
    const { server, group, binh, poll, writes, send } = await startFixture();
    server.fault({ kind: '502', times: 'always', chatId: binh.id });
    const all = server.fault({ kind: '429', times: 'always' });
    writes('một');
    expect((await poll())?.message.text).toBe('một');
    await expect(send('x')).rejects.toThrow('Quota exceeded');
    all.remove();
    await send('x');
    expect(server.calls('sendMessage')).toMatchObject([
      { status: 429, chatId: group.id, description: 'fault: 429' },
      { status: 200 },
    ]);
    expect(server.callCounts()).toEqual({ getUpdates: 1, sendMessage: 2 });
  });
});

function readable(body: string): string {
  if (body.startsWith('<html>')) return '<html>';
  const { ok, description } = JSON.parse(body) as { ok: boolean; description?: string };
  return ok ? 'ok' : (description ?? '');
}
