import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, startFixture, type Update } from './fixture.js';

let fixture: Awaited<ReturnType<typeof startFixture>>;

beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.server.close());

const says = (text: string, more: object = {}) =>
  fixture.server.says({ chat: fixture.group.id, from: fixture.an.id, text, ...more });
const texts = (updates: Update[]) => updates.map(({ message }) => message?.text);

describe('privacy mode', () => {
  it('lets through commands and replies to the bot, nothing else', async () => {
    const { send, getUpdates } = fixture;
    const message = await send('Gửi số liệu tiêm chủng');
    const seen = [
      says('chào buổi sáng').isSeen,
      says('@giaoban_bot ơi').isSeen,
      says('/viec@other_bot').isSeen,
      says('/viec').isSeen,
      says('/viec@giaoban_bot 12').isSeen,
      says('đã nhận', { replyTo: message }).isSeen,
    ];
    expect(seen).toEqual([false, false, false, true, true, true]);
    const updates = await getUpdates();
    expect(texts(updates)).toEqual(['/viec', '/viec@giaoban_bot 12', 'đã nhận']);
    expect(updates[1]?.message).toMatchObject({
      from: { is_bot: false, first_name: 'An', username: 'an_xa', language_code: 'vi' },
      chat: { type: 'supergroup', title: 'Xã Hòa Bình' },
      entities: [{ type: 'bot_command', offset: 0, length: 17 }],
    });
    expect(updates[2]?.message?.reply_to_message).toMatchObject({
      message_id: message,
      text: 'Gửi số liệu tiêm chủng',
    });
  });

  it('ends where the bot administers the group or privacy is off', () => {
    const { server, an, group } = fixture;
    expect(says('xong').isSeen).toBe(false);
    server.promotesBot({ chat: group.id, from: an.id });
    expect(says('xong').isSeen).toBe(true);
    server.demotesBot({ chat: group.id, from: an.id });
    server.setPrivacy({ on: false });
    expect(says('xong').isSeen).toBe(true);
  });

  it('brings edits of what the bot may see', async () => {
    const { server, group, getUpdates } = fixture;
    const { messageId } = says('/viec 12');
    server.edits({ chat: group.id, message: messageId, text: '/viec 13' });
    expect((await getUpdates()).at(-1)?.edited_message).toMatchObject({
      text: '/viec 13',
      message_id: messageId,
    });
    expect(server.shown(group.id).at(-1)).toMatchObject({ text: '/viec 13', edited: true });
  });
});

describe('people', () => {
  it('hide behind the group as anonymous administrators', async () => {
    const { group, getUpdates } = fixture;
    says('/viec', { anonymous: true });
    expect((await getUpdates())[0]?.message).toMatchObject({
      from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id },
    });
  });

  it('send photos and documents with captions', async () => {
    const { server, send, call, getUpdates } = fixture;
    const message = await send('Gửi ảnh đê');
    says('xong', { replyTo: message, photo: true });
    says('', { replyTo: message, document: { fileName: 'bao-cao.txt', content: 'đủ' } });
    const [photo, document] = await getUpdates();
    expect(photo?.message).toMatchObject({ caption: 'xong', photo: [{ width: 90 }, { width: 1280 }] });
    const { file_id } = document?.message?.document as { file_id: string };
    const file = (await call('getFile', { file_id })).result as { file_path: string };
    const content = await fetch(`${server.url}/file/bot${server.token}/${file.file_path}`);
    expect(await content.text()).toBe('đủ');
  });

  it('press buttons by label or data and learn the answer', async () => {
    const { server, binh, group, send, call, getUpdates } = fixture;
    const message = await send('Đã nhận chưa?', buttons('d:1:ok'));
    const pressed = server.presses({ chat: group.id, from: binh.id, message, label: 'Nút d:1:ok' });
    const query = (await getUpdates())[0]?.callback_query;
    expect(query).toMatchObject({ data: 'd:1:ok', from: { id: binh.id }, message: { message_id: message } });
    await call('answerCallbackQuery', { callback_query_id: query?.id, text: 'Đã ghi', show_alert: true });
    expect(await pressed).toMatchObject({ text: 'Đã ghi', showAlert: true });
    expect(server.callbackAnswers()).toHaveLength(1);
    const press = (more: object) =>
      server.presses({ chat: group.id, from: binh.id, message, waitMs: 1, ...more });
    expect(() => press({ data: 'd:2:ok' })).toThrow('has no button');
    await press({ data: 'd:2:ok', forged: true });
    await press({ data: 'd:1:ok', inaccessible: true });
    const queries = (await getUpdates()).map((update) => update.callback_query);
    expect(queries).toMatchObject([{ data: 'd:2:ok' }, { message: { date: 0 } }]);
  });

  it('write in topics, where every message answers the topic', async () => {
    const { server, an, getUpdates } = fixture;
    const forum = server.addGroup({ title: 'Sở Y tế', type: 'forum', owner: an.id, topics: ['Tiêm chủng'] });
    server.says({ chat: forum.id, from: an.id, text: '/viec', topic: forum.topics['Tiêm chủng']! });
    expect((await getUpdates())[0]?.message).toMatchObject({
      is_topic_message: true,
      message_thread_id: forum.topics['Tiêm chủng'],
      reply_to_message: { forum_topic_created: { name: 'Tiêm chủng' } },
    });
  });
});

describe('groups', () => {
  it('get the bot through a startgroup link', async () => {
    const { server, an, getUpdates } = fixture;
    const group = server.addGroup({ title: 'Trường Hòa Bình', type: 'group', owner: an.id, bot: 'none' });
    server.addsBot({ chat: group.id, from: an.id, startToken: 'k7-token' });
    const [joined, service, command] = await getUpdates();
    expect(joined?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    });
    expect(service?.message?.new_chat_members).toMatchObject([{ username: 'giaoban_bot' }]);
    expect(command?.message).toMatchObject({
      text: '/start@giaoban_bot k7-token',
      entities: [{ type: 'bot_command', length: 18 }],
    });
  });

  it('throw the bot out', async () => {
    const { server, an, group, error, getUpdates } = fixture;
    server.kicksBot({ chat: group.id, from: an.id });
    expect((await getUpdates())[0]?.my_chat_member?.new_chat_member.status).toBe('kicked');
    expect(await error('sendMessage', { text: 'x' })).toBe(
      'Forbidden: bot was kicked from the supergroup chat',
    );
    server.addsBot({ chat: group.id, from: an.id });
    expect(await error('leaveChat', {})).toBeUndefined();
    expect(await error('sendMessage', { text: 'x' })).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    );
  });

  it('become supergroups under a new id with new message numbers', async () => {
    const { server, an, call, getUpdates } = fixture;
    const group = server.addGroup({ title: 'Trạm y tế', type: 'group', owner: an.id });
    const { id } = server.upgrades({ chat: group.id, from: an.id });
    const [to, from] = await getUpdates();
    expect(to?.message).toMatchObject({ migrate_to_chat_id: id, chat: { id: group.id, type: 'group' } });
    expect(from?.message).toMatchObject({
      migrate_from_chat_id: group.id,
      chat: { id, type: 'supergroup' },
      message_id: 1,
    });
    expect(await call('sendMessage', { chat_id: group.id, text: 'x' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: id },
    });
    expect((await call('sendMessage', { chat_id: id, text: 'x' })).ok).toBe(true);
  });

  it('change their title, lose the bot its voice, and vanish', async () => {
    const { server, an, group, error, getUpdates } = fixture;
    server.renames({ chat: group.id, from: an.id, title: 'Phường Hòa Bình' });
    expect((await getUpdates())[0]?.message).toMatchObject({ new_chat_title: 'Phường Hòa Bình' });
    server.mutesBot({ chat: group.id, from: an.id });
    expect(await error('sendMessage', { text: 'x' })).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    );
    server.deletesGroup({ chat: group.id });
    expect(await error('sendMessage', { text: 'x' })).toBe('Forbidden: the supergroup chat was deleted');
  });

  it('tell the bot of its own pin', async () => {
    const { server, an, group, send, call, getUpdates } = fixture;
    server.promotesBot({ chat: group.id, from: an.id });
    const message_id = await send('Lịch trực bão');
    await call('pinChatMessage', { chat_id: group.id, message_id });
    expect((await getUpdates()).at(-1)?.message?.pinned_message).toMatchObject({ message_id });
    expect(server.shown(group.id).find(({ id }) => id === message_id)?.pinned).toBe(true);
  });
});
