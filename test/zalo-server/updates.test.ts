import { afterEach, describe, expect, it, vi } from 'vitest';
import { readShape, shapeOf } from './fixtures/shape.js';
import { closeFixtures, startFixture, type Received } from './fixture.js';

afterEach(closeFixtures);

describe('the group gate', () => {
  it('lets through picked mentions and replies to the bot, nothing else', async () => {
    const { send, says, poll, an, group } = await startFixture();
    const message = await send('Gửi số liệu tiêm chủng');
    const other = says('chào buổi sáng');
    const seen = [
      other.isSeen,
      says('@Bot Giao ban xong', { typed: true }).isSeen,
      says('đồng ý', { replyTo: other.messageId }).isSeen,
      says('', { kind: 'image' }).isSeen,
      says('#12 xong', { mention: true }).isSeen,
      says('nhờ @Bot Giao ban ghi').isSeen,
      says('đã nhận', { replyTo: message }).isSeen,
    ];
    expect(seen).toEqual([false, false, false, false, true, true, true]);
    const first = await poll();
    expect(first).toEqual({
      event_name: 'message.text.received',
      message: {
        from: { id: an.id, display_name: 'An', is_bot: false },
        chat: { id: group.id, chat_type: 'GROUP' },
        text: '@Bot Giao ban #12 xong',
        message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
        date: expect.any(Number) as number,
      },
    });
    expect(shapeOf(first!)).toBe(readShape('bot-updates.json', 'group mention'));
    expect(group.id).toMatch(/^zgr-[0-9a-f]{20}$/);
    expect((await poll())?.message.text).toBe('nhờ @Bot Giao ban ghi');
    expect(Object.keys((await poll())?.message ?? {}).sort()).toEqual(Object.keys(first!.message).sort());
    expect(await poll()).toBeUndefined();
  });

  it('tells nothing of the life of a group', async () => {
    const { server, an, poll, send } = await startFixture();
    const chi = server.addUser({ name: 'Chi' });
    const school = server.addGroup({ title: 'Trường Hòa Bình', owner: an.id, bot: 'none' });
    server.behave({ welcome: 'Xin chào, tôi là Bot Giao ban.' });
    await expect(send('x', school.id)).rejects.toThrow('The chat_id is invalid');
    server.addsBot({ chat: school.id, from: an.id });
    server.joins({ chat: school.id, user: chi.id });
    server.renames({ chat: school.id, from: an.id, title: 'Trường THCS Hòa Bình' });
    server.leaves({ chat: school.id, user: chi.id });
    expect(server.shown(school.id)).toMatchObject([{ text: 'Xin chào, tôi là Bot Giao ban.' }]);
    expect(await poll()).toBeUndefined();
    expect(() => server.says({ chat: school.id, from: chi.id, text: 'x' })).toThrow('is not in the group');
  });
});

describe('events', () => {
  it('carry photos, stickers, voices, and files as unsupported', async () => {
    const { server, says, poll } = await startFixture();
    for (const kind of ['image', 'sticker', 'voice', 'file', 'link']) says('x', { kind, mention: true });
    const events: (Received | undefined)[] = [];
    for (let at = 0; at < 5; at += 1) events.push(await poll());
    expect(events).toMatchObject([
      { event_name: 'message.image.received', message: { photo: expect.any(String) as string } },
      { event_name: 'message.sticker.received', message: { sticker: expect.any(String) as string } },
      {
        event_name: 'message.voice.received',
        message: { voice_url: expect.stringMatching(/\.aac$/) as string },
      },
      { event_name: 'message.unsupported.received' },
      { event_name: 'message.link.received' },
    ]);
    expect(events[0]?.message.caption).toBe('@Bot Giao ban x');
    expect(events[3]?.message).not.toHaveProperty('text');
    expect((await fetch(String(events[0]?.message.photo))).status).toBe(200);
    server.behave({ photosExpired: true, filesArrive: false, photoField: 'photo_url' });
    expect((await fetch(String(events[0]?.message.photo))).status).toBe(404);
    expect(says('x', { kind: 'file', mention: true }).isSeen).toBe(false);
    says('x', { kind: 'image', mention: true });
    expect((await poll())?.message).toHaveProperty('photo_url');
  });

  it('hide what protected people say', async () => {
    const { server, group, poll } = await startFixture();
    const child = server.addUser({ name: 'Em Dung', isProtected: true });
    server.joins({ chat: group.id, user: child.id });
    server.says({ chat: group.id, from: child.id, text: 'con chào', mention: true });
    const event = await poll();
    expect(event?.event_name).toBe('message.unsupported.received');
    expect(event?.message).not.toHaveProperty('text');
  });

  it('come with other names of a person, other time, other letters and unknown fields on demand', async () => {
    const { server, an, group, send, says, writes, poll } = await startFixture({ botName: 'Bot Giao bạn' });
    server.behave({
      personIds: 'per-chat',
      dateUnit: 's',
      mentionForm: 'NFD',
      replyField: 'quote_message_id',
      extra: { update: { trace: 'abc' }, message: { message_type: 'CHAT_TEXT' } },
    });
    const replyTo = await send('Họp lúc 8 giờ');
    says('@Bot Giao bạn rõ', { replyTo });
    const event = await poll();
    expect(event).toMatchObject({
      trace: 'abc',
      message: { message_type: 'CHAT_TEXT', quote_message_id: replyTo, chat: { id: group.id } },
    });
    expect(event?.message.text).not.toBe('@Bot Giao bạn rõ');
    expect(event?.message.text?.normalize('NFC')).toBe('@Bot Giao bạn rõ');
    expect(event?.message.from.id).not.toBe(an.id);
    expect(event!.message.date).toBeLessThan(1e11);
    writes('chào bot');
    expect((await poll())?.message).toMatchObject({
      from: { id: an.id },
      chat: { id: an.id, chat_type: 'PRIVATE' },
    });
  });
});

describe('getUpdates', () => {
  it('gives one update a call and forgets it', async () => {
    const { server, writes, call, poll } = await startFixture();
    ['một', 'hai'].forEach(writes);
    expect(await call('getUpdates', { timeout: '0' })).toMatchObject({
      ok: true,
      result: { message: { text: 'một' } },
    });
    expect(server.pendingUpdates()).toBe(1);
    expect((await poll())?.message.text).toBe('hai');
    expect(await poll()).toBeUndefined();
  });

  it('waits, then says 408 in the body, in the status, or nothing at all', async () => {
    const { server, raw, poll, writes } = await startFixture();
    const waiting = poll(5);
    setTimeout(() => writes('một'), 30);
    expect((await waiting)?.message.text).toBe('một');
    const before = Date.now();
    const answer = await raw('getUpdates', { timeout: 0.2 });
    expect(Date.now() - before).toBeGreaterThan(150);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: false, description: 'Request timeout', error_code: 408 },
    ]);
    server.behave({ timeoutStatus: 408 });
    expect((await raw('getUpdates', { timeout: 0 })).status).toBe(408);
    server.behave({ emptyPoll: 'empty-result' });
    expect(await (await raw('getUpdates', { timeout: 0 })).json()).toEqual({ ok: true, result: {} });
  });

  it('serves two pollers in turn', async () => {
    const { server, poll, writes } = await startFixture();
    const both = Promise.all([poll(5), poll(5)]);
    await expect.poll(() => server.waitingPolls()).toBe(2);
    ['một', 'hai'].forEach(writes);
    expect(server.waitingPolls()).toBe(0);
    expect((await both).map((update) => update?.message.text).sort()).toEqual(['hai', 'một']);
  });

  it('answers HTML to polls that come too fast', async () => {
    const { server, raw } = await startFixture();
    server.behave({ minPollGapMs: 60_000 });
    await raw('getUpdates', { timeout: 0 });
    const answer = await raw('getUpdates', { timeout: 0 });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('<html>')]);
  });

  it('may lose what nobody waits for, or what a poll that hung up takes along', async () => {
    const { server, raw, poll, writes } = await startFixture();
    const waiting = (count: number) => vi.waitFor(() => expect(server.waitingPolls()).toBe(count));
    const hangUp = async () => {
      const line = new AbortController();
      const asked = raw('getUpdates', { timeout: 5 }, line.signal).catch(() => undefined);
      await waiting(1);
      line.abort();
      await asked;
      await waiting(0);
    };
    await hangUp();
    writes('một');
    expect((await poll())?.message.text).toBe('một');
    server.behave({ gonePoll: 'swallows' });
    await hangUp();
    writes('hai');
    server.behave({ offline: 'lost', offlineAfterMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    writes('ba');
    expect(await poll()).toBeUndefined();
    expect(server.lostUpdates()).toBe(2);
  });

  it('loses an update whose answer the wire drops, and repeats one on demand', async () => {
    const { server, raw, poll, writes } = await startFixture();
    writes('một');
    server.fault({ method: 'getUpdates', kind: 'reset-after' });
    await expect(raw('getUpdates', { timeout: 0 })).rejects.toThrow();
    expect(await poll()).toBeUndefined();
    expect(server.redeliver()).toBe(true);
    expect((await poll())?.message.text).toBe('một');
    server.duplicateNextUpdate();
    writes('hai');
    expect([(await poll())?.message.text, (await poll())?.message.text]).toEqual(['hai', 'hai']);
    expect(server.redeliver({ messageId: 'no-such' })).toBe(false);
  });
});
