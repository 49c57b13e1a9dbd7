import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '../../app.js';
import type { SandboxMessage } from '../../channels/sandbox/history.js';
import type { KeyedEvent } from '../../channels/channel.js';
import { startSandbox } from '../../test/browser/start-sandbox.js';
import { createWebApp } from '../server.js';

interface View {
  messages: SandboxMessage[];
  toasts: { pressId: string; text: string }[];
  suggestions: { label: string; text: string }[];
  title: string;
  hasBot: boolean;
  members: { id: string }[];
}

let app: App;
let heard: KeyedEvent[] = [];

beforeAll(async () => {
  app = await startSandbox('servers');
});
afterAll(() => app.stop());

/** The routes alone, with an intake that only listens, from a connection and Host of our choice. */
function call(
  path: string,
  body?: unknown,
  options: { from?: string; headers?: Record<string, string> } = {},
) {
  const web = createWebApp(app.runtime, async (_channel, events) => void heard.push(...events));
  const { from = '127.0.0.1', headers = {} } = options;
  const init = {
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  };
  return web.request(path, init, { incoming: { socket: { remoteAddress: from } } });
}

async function view(id: string): Promise<View> {
  return (await (await call(`/sandbox/chats/${id}`)).json()) as View;
}

async function createGroup(name: string): Promise<{ path: string; id: string; memberId: string }> {
  const { id } = (await (await call('/sandbox/chats', { isGroup: true, name })).json()) as { id: string };
  heard = [];
  return { id, path: `/sandbox/chats/${id}`, memberId: (await view(id)).members[0]!.id };
}

describe('who is let in', () => {
  it.each([
    { label: 'this machine', from: '127.0.0.1', host: 'localhost:3000', status: 200 },
    { label: 'this machine by number', from: '::ffff:127.0.0.1', host: '127.0.0.1:3000', status: 200 },
    { label: 'this machine over IPv6', from: '::1', host: '[::1]:3000', status: 200 },
    { label: 'another machine', from: '192.168.1.20', host: 'localhost:3000', status: 403 },
    { label: 'a name that was bent to this machine', from: '127.0.0.1', host: 'evil.example', status: 403 },
    { label: 'a name that only looks local', from: '127.0.0.1', host: 'localhost.evil.example', status: 403 },
  ])('$label: $status', async ({ from, host, status }) => {
    expect((await call('/sandbox', undefined, { from, headers: { host } })).status).toBe(status);
    const chats = await call('/sandbox/chats', undefined, { from, headers: { host } });
    expect(chats.status).toBe(status);
  });

  it('turns away what came through a proxy', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    expect((await call('/sandbox', undefined, { headers })).status).toBe(403);
  });

  it('turns away what another page sends', async () => {
    const send = (headers: Record<string, string>) =>
      call('/sandbox/chats', { isGroup: true, name: 'Tổ kiểm kê' }, { headers });
    expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await send({ origin: 'http://localhost:9999' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(403);
    expect((await send({ origin: 'http://localhost:3000' })).status).toBe(200);
  });

  it('allows no script that stands in the page', async () => {
    const response = await call('/sandbox');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style="/);
  });
});

describe('what the bot is told', () => {
  it('hears commands, codes, mentions and replies to it in a group, nothing else', async () => {
    const { id, path, memberId } = await createGroup('Xã An Bình');
    const { messageId } = await app.runtime.channels
      .get('sandbox')!
      .send({ to: { externalId: id, threadId: '', isGroup: true }, content: { text: [{ text: 'Chào' }] } });
    for (const text of ['/viec', '#12 xong', '@Giaoban giúp với', 'trưa nay ăn gì'])
      await call(`${path}/write`, { memberId, text });
    await call(`${path}/write`, { memberId, text: 'đã nhận', replyTo: Number(messageId) });
    const told = heard.map(({ event }) => 'addressed' in event && event.addressed);
    expect(told).toEqual([true, true, true, false, true]);
    expect(heard.at(-1)!.event).toMatchObject({ text: 'đã nhận', replyTo: { messageId, isOurs: true } });
    expect(new Set(heard.map(({ eventKey }) => eventKey)).size).toBe(5);
  });

  it('gets a file as a reference', async () => {
    const { path, memberId } = await createGroup('Xã Tân Lập');
    await call(`${path}/write`, {
      memberId,
      text: '',
      file: { kind: 'photo', name: 'de-bao.jpg', size: 52_000 },
    });
    expect(heard[0]!.event).toMatchObject({
      kind: 'message',
      attachments: [{ kind: 'photo', channel: 'sandbox', name: 'de-bao.jpg', size: 52_000 }],
    });
  });

  it('hears an edit of one’s own message, and of nobody else’s', async () => {
    const { id, path, memberId } = await createGroup('Xã Long Khê');
    await call(`${path}/write`, { memberId, text: '#12 xong' });
    const chat = await view(id);
    const messageId = chat.messages.at(-1)!.id;
    const edit = { messageId, text: '#12 đã làm 90%' };
    expect((await call(`${path}/edit`, { ...edit, memberId: chat.members[1]!.id })).status).toBe(400);
    expect((await call(`${path}/edit`, { ...edit, memberId })).status).toBe(200);
    expect(heard.map(({ event }) => event.kind)).toEqual(['message', 'edit']);
    expect(heard[1]!.event).toMatchObject({ messageId: String(messageId), text: '#12 đã làm 90%' });
    expect((await view(id)).messages.at(-1)!.editedAt).not.toBeNull();
  });

  it('hears the group’s life: removed, renamed, added', async () => {
    const { id, path, memberId } = await createGroup('Tổ y tế');
    await call(`${path}/bot`, { memberId, isThere: false });
    await call(`${path}/bot`, { memberId, isThere: false });
    await call(`${path}/write`, { memberId, text: '/viec' });
    await call(`${path}/bot`, { memberId, isThere: true });
    await call(`${path}/rename`, { memberId, title: 'Tổ y tế thôn 3' });
    expect(heard.map(({ event }) => event.kind)).toEqual(['left', 'joined', 'retitled']);
    expect(heard[2]!.event.chat.title).toBe('Tổ y tế thôn 3');
    expect(await view(id)).toMatchObject({ title: 'Tổ y tế thôn 3', hasBot: true });
  });

  it('hears only presses on buttons that are there', async () => {
    const { id, path, memberId } = await createGroup('Tổ kiểm kê');
    const content = { text: [{ text: 'Xong chưa?' }], buttons: [[{ label: 'Xong', action: 'try:1' }]] };
    const channel = app.runtime.channels.get('sandbox')!;
    const { messageId } = await channel.send({
      to: { externalId: id, threadId: '', isGroup: true },
      content,
    });
    const press = { memberId, messageId: Number(messageId) };
    expect((await call(`${path}/press`, { ...press, action: 'try:2' })).status).toBe(400);
    const answer = (await (await call(`${path}/press`, { ...press, action: 'try:1' })).json()) as {
      pressId: string;
    };
    expect(heard.map(({ event }) => event.kind)).toEqual(['press']);
    await Promise.all(['a', 'b', 'c'].map((text) => channel.answerPress!(answer.pressId, text)));
    expect((await view(id)).toasts.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('bad input', () => {
  it('characters that cannot be stored are left out', async () => {
    const { id, path, memberId } = await createGroup('Xã Phú Mỹ');
    expect((await call(`${path}/write`, { memberId, text: 'chào\0 cả nhà \ud83d' })).status).toBe(200);
    expect(JSON.stringify((await view(id)).messages)).toContain('chào cả nhà \ufffd');
  });

  it('is refused with a sentence in the page’s language and leaves nothing behind', async () => {
    const { id, path, memberId } = await createGroup('Xã Phú Mỹ');
    const before = (await view(id)).messages.length;
    const bad = [
      { memberId, text: '   ' },
      { memberId: 'nobody', text: 'xin chào' },
      { memberId, text: 'x', replyTo: 999_999 },
      { memberId, text: 7 },
    ];
    for (const body of bad) {
      const response = await call(`${path}/write?lang=en`, body);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { error: string }).error).toMatch(/^[A-Z].*\.$/);
    }
    expect((await call('/sandbox/chats/nowhere/write', { memberId, text: 'x' })).status).toBe(400);
    expect((await call('/sandbox/chats/nowhere')).status).toBe(404);
    expect((await view(id)).messages).toHaveLength(before);
    expect(heard).toEqual([]);
  });
});

describe('the channel', () => {
  const to = (externalId: string) => ({ externalId, threadId: '', isGroup: true });

  it('refuses what a real platform refuses', async () => {
    const { id, path, memberId } = await createGroup('Xã Cẩm Đường');
    const channel = app.runtime.channels.get('sandbox')!;
    const say = (text: string) => ({ text: [{ text }] });
    const fault = (kind: string) => ({ fault: { kind } });
    await expect(channel.send({ to: to(id), content: say('') })).rejects.toMatchObject(fault('rejected'));
    await expect(channel.send({ to: to(id), content: say('x'.repeat(4097)) })).rejects.toMatchObject(
      fault('rejected'),
    );
    await expect(channel.edit(to(id), '999999', say('x'))).rejects.toMatchObject(fault('rejected'));
    await expect(channel.send({ to: to('nowhere'), content: say('x') })).rejects.toMatchObject(
      fault('unreachable'),
    );
    await call(`${path}/bot`, { memberId, isThere: false });
    await expect(channel.send({ to: to(id), content: say('x') })).rejects.toMatchObject(fault('unreachable'));
  });

  it('marks an edited message, and not one that stayed the same', async () => {
    const { id } = await createGroup('Xã Bến Tre Xanh');
    const channel = app.runtime.channels.get('sandbox')!;
    const content = { text: [{ text: '0/5' }] };
    const { messageId } = await channel.send({ to: to(id), content });
    await channel.edit(to(id), messageId, content);
    expect((await view(id)).messages.at(-1)!.editedAt).toBeNull();
    await channel.edit(to(id), messageId, { text: [{ text: '5/5' }] });
    expect((await view(id)).messages.at(-1)).toMatchObject({ content: { text: [{ text: '5/5' }] } });
    expect((await view(id)).messages.at(-1)!.editedAt).not.toBeNull();
  });
});

describe('through the real intake', () => {
  it('answers a person who writes in private, over HTTP', async () => {
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(app.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as { id: string };
    };
    const { id } = await post('/sandbox/chats', { isGroup: false, name: 'Nguyễn Văn Tư' });
    await post(`/sandbox/chats/${id}/write`, { memberId: id, text: '/help' });
    await vi.waitFor(
      async () => expect((await view(id)).messages.some(({ isBot }) => isBot)).toBe(true),
      5_000,
    );
  });

  it('tells an open page which chat changed', async () => {
    const { id, path, memberId } = await createGroup('Xã Vĩnh Hưng');
    const response = await fetch(`${app.url}/sandbox/stream`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader.read()).value ?? '';
    expect(first).toContain('event: revisions');
    await call(`${path}/write`, { memberId, text: 'chào cả nhà' });
    const next = (await reader.read()).value ?? '';
    const revisionOf = (text: string) => Number(new RegExp(`"${id}":(\\d+)`).exec(text)?.[1]);
    expect(revisionOf(next)).toBeGreaterThan(revisionOf(first));
    await reader.cancel();
  });
});
