import { afterEach, describe, expect, it } from 'vitest';
import { closeFixtures, startFixture } from './fixture.js';

afterEach(closeFixtures);

describe('calls', () => {
  it('tell about the bot', async () => {
    const { call } = await startFixture();
    expect(await call('getMe')).toEqual({
      ok: true,
      result: {
        id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
        account_name: 'bot.VDKyGxQvc',
        account_type: 'BASIC',
        can_join_groups: true,
      },
    });
  });

  it('come as JSON, as a form, or in the address', async () => {
    const { server, group } = await startFixture();
    const base = `${server.url}/bot${server.token}/sendMessage`;
    const fields = new URLSearchParams({ chat_id: group.id, text: 'Kiểm kê vật tư' });
    const answers = [
      await fetch(base, { method: 'POST', body: fields }),
      await fetch(`${base}?${fields.toString()}`),
    ];
    for (const answer of answers) expect(await answer.json()).toMatchObject({ ok: true });
    expect(server.shown(group.id).map(({ text }) => text)).toEqual(['Kiểm kê vật tư', 'Kiểm kê vật tư']);
  });

  it('fail inside an answer of HTTP 200, unless told to use the status', async () => {
    const { server, raw, call } = await startFixture();
    const first = await raw('sendMessage', { text: 'x' });
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({
      ok: false,
      description: 'Bad request: The chat_id must not be empty',
      error_code: 400,
    });
    expect(await call('sendmessage')).toEqual({ ok: false, description: 'Not Found', error_code: 404 });
    server.behave({ errorStatus: 'code', errorCodeType: 'string' });
    const second = await raw('sendMessage', { text: 'x' });
    expect([second.status, await second.json()]).toMatchObject([400, { error_code: '400' }]);
  });

  it('need the token, right after "bot"', async () => {
    const { server } = await startFixture();
    const wrong = await fetch(`${server.url}/bot1:wrong/getMe`);
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { ok: false, error_code: 401 }]);
    server.behave({ badTokenStatus: 200 });
    expect((await fetch(`${server.url}/bot1:wrong/getMe`)).status).toBe(200);
    const slash = await fetch(`${server.url}/bot/${server.token}/getMe`);
    expect(await slash.json()).toMatchObject({ error_code: 404 });
  });
});

describe('sending', () => {
  it('shows a text in the group and tells its id and time', async () => {
    const { server, group, call } = await startFixture({ clock: () => 1_790_000_000_123 });
    const { result } = await call('sendMessage', { chat_id: group.id, text: 'Chuẩn bị chống lũ' });
    expect(result).toEqual({
      message_id: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
      date: 1_790_000_000_123,
    });
    expect(server.shown(group.id)).toMatchObject([
      { id: result?.message_id, text: 'Chuẩn bị chống lũ', fromBot: true, from: { name: 'Bot Giao ban' } },
    ]);
    const shown = server.waitForShown(group.id, (messages) => messages.length === 2);
    await call('sendMessage', { chat_id: group.id, text: '**Gấp**', parse_mode: 'markdown' });
    expect((await shown).at(-1)).toMatchObject({ text: '**Gấp**', parseMode: 'markdown' });
  });

  it.each([
    ['sendMessage', { text: '' }, 'Bad request: The text must not be empty'],
    ['sendMessage', { text: 'ă'.repeat(2001) }, 'Bad request: The text must not exceed 2000 characters'],
    ['sendMessage', { text: '😀'.repeat(1001) }, 'Bad request: The text must not exceed 2000 characters'],
    ['sendMessage', { text: 'x', parse_mode: 'MarkdownV2' }, 'Bad request: The parse_mode is invalid'],
    [
      'sendMessage',
      { text: 'x', text_styles: [{ start: 0, len: 2, st: ['b'] }] },
      'Bad request: The text_styles is invalid',
    ],
    ['sendMessage', { text: 'x', chat_id: 'zgr-0' }, 'Bad request: The chat_id is invalid'],
    ['sendPhoto', {}, 'Bad request: The photo must not be empty'],
    [
      'sendPhoto',
      { photo: 'data:image/png;base64,AA==' },
      'Bad request: The photo must start with http:// or https://',
    ],
    ['sendPhoto', { photo: 'https://' }, 'Bad request: The photo URL is invalid'],
    ['sendSticker', {}, 'Bad request: The sticker must not be empty'],
    ['sendVoice', { voice_url: 'https://example.vn/a.mp3' }, 'Bad request: The voice_url is invalid'],
    ['sendChatAction', { action: 'upload_photo' }, 'Bad request: The action is invalid'],
    ['editMessageText', { text: 'x' }, 'Not Found'],
    ['deleteMessage', {}, 'Not Found'],
  ])('%s refuses %j', async (method, params, description) => {
    const { error } = await startFixture();
    expect(await error(method, params)).toBe(description);
  });

  it('takes photos by address only, and may fetch them first', async () => {
    const { server, group, an, says, call, error } = await startFixture();
    const { messageId } = says('ảnh đê', { kind: 'image' });
    const photo = server.shown(group.id).find(({ id }) => id === messageId)?.attachments[0]?.url;
    server.behave({ fetchesPhotos: true });
    expect(await call('sendPhoto', { chat_id: group.id, photo, caption: 'Đê' })).toMatchObject({ ok: true });
    expect(server.shown(group.id).at(-1)).toMatchObject({ text: 'Đê', attachments: [{ url: photo }] });
    server.behave({ photosExpired: true });
    expect(await error('sendPhoto', { photo })).toBe('Bad request: The photo URL is invalid');
    expect(await error('sendMessage', { chat_id: an.id, text: 'x' })).toBe(
      'Bad request: The chat_id is invalid',
    );
  });

  it('says yes to a voice for a group and shows nothing', async () => {
    const { server, an, group, writes, call } = await startFixture();
    writes('chào bot');
    const voice_url = 'https://example.vn/nhac-viec.aac';
    for (const chat_id of [group.id, an.id])
      expect(await call('sendVoice', { chat_id, voice_url })).toMatchObject({ ok: true, result: {} });
    expect(server.shown(group.id)).toEqual([]);
    expect(server.shown(an.id).at(-1)).toMatchObject({ kind: 'voice' });
    expect(await call('sendChatAction', { chat_id: an.id, action: 'typing' })).toEqual({ ok: true });
  });

  it('ends when the bot was removed, with a refusal or in silence', async () => {
    const { server, an, group, call, error } = await startFixture();
    server.kicksBot({ chat: group.id, from: an.id });
    expect(await error('sendMessage', { text: 'x' })).toBe('Forbidden');
    server.behave({ removedBot: 'swallows' });
    expect(await call('sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({ ok: true });
    expect(server.shown(group.id)).toEqual([]);
    server.deletesGroup({ chat: group.id });
    expect(await error('sendMessage', { text: 'x' })).toBe('Bad request: The chat_id is invalid');
  });
});

describe('the plan', () => {
  it('counts both directions and refuses what is over the month', async () => {
    let now = Date.parse('2026-11-30T23:00:00+07:00');
    const { server, says, send, error } = await startFixture({ clock: () => now, quota: { messages: 5 } });
    await send('Báo cáo sĩ số');
    says('đã nhận', { mention: true });
    says('không nhắc tới bot');
    expect(server.quotaUsed()).toBe(2);
    server.useQuota({ messages: 3 });
    expect(await error('sendMessage', { text: 'x' })).toBe('Quota exceeded');
    server.setQuota({ quota: { messages: 6, countsInbound: false } });
    expect(await error('sendMessage', { text: 'x' })).toBeUndefined();
    now += 3_600_000;
    expect(server.quotaUsed()).toBe(0);
  });

  it('allows three groups in the free one, and none where the account may not join', async () => {
    const { server } = await startFixture({ quota: 'basic' });
    server.addGroups({ count: 2 });
    expect(() => server.addGroups({ count: 1 })).toThrow('the plan allows 3 groups');
    await expect(startFixture({ canJoinGroups: false })).rejects.toThrow('may not join groups');
  });
});
