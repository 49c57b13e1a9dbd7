import { Telegraf, TelegramError } from 'telegraf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, startFixture } from './fixture.js';

let fixture: Awaited<ReturnType<typeof startFixture>>;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.server.close());

describe('calls', () => {
  it('refuses an unknown token, an unknown method and an unknown path', async () => {
    const { server } = fixture;
    const unknown = await fetch(`${server.url}/bot1:nobody/getMe`);
    expect(unknown.status).toBe(401);
    expect(await unknown.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect((await fixture.call('sendTelepathy')).description).toBe('Not Found: method not found');
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404);
  });

  it('takes JSON, forms, multipart and the query string, in any letter case', async () => {
    const { server, group } = fixture;
    const base = `${server.url}/bot${server.token}`;
    const form = new FormData();
    form.set('chat_id', String(group.id));
    form.set('document', new Blob(['đê km 3: ổn']), 'bao-cao.txt');
    form.set('caption', 'Báo cáo lũ');
    form.set('reply_markup', JSON.stringify(buttons('d:1').reply_markup));
    const answers = [
      await fetch(`${base}/SENDMESSAGE`, {
        method: 'POST',
        body: new URLSearchParams({ chat_id: `${group.id}`, text: 'a' }),
      }),
      await fetch(`${base}/sendMessage?chat_id=${group.id}&text=b`),
      await fetch(`${base}/sendDocument`, { method: 'POST', body: form }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const last = server.shown(group.id).at(-1);
    expect(last).toMatchObject({ text: 'Báo cáo lũ', buttons: [[{ data: 'd:1' }]] });
    expect(last?.attachments).toMatchObject([{ kind: 'document', fileName: 'bao-cao.txt', size: 15 }]);
  });

  it('gives back an uploaded file', async () => {
    const { server, group, call } = fixture;
    const fileId = server.shown(group.id).flatMap(({ attachments }) => attachments)[0]?.fileId;
    const file = (await call('getFile', { file_id: fileId })).result as { file_path: string };
    const content = await fetch(`${server.url}/file/bot${server.token}/${file.file_path}`);
    expect(await content.text()).toBe('đê km 3: ổn');
    expect((await call('sendDocument', { chat_id: group.id, document: fileId })).ok).toBe(true);
    expect((await call('getFile', { file_id: 'no' })).description).toContain('wrong file_id');
  });
});

describe('texts', () => {
  it('counts the length after the formatting is read, in UTF-16 units', async () => {
    const { send, error } = fixture;
    await send(`<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' });
    await send('😀'.repeat(2048));
    expect(await error('sendMessage', { text: '😀'.repeat(2049) })).toBe('Bad Request: message is too long');
  });

  it('reads HTML and finds commands, mentions and hashtags itself', async () => {
    const { server, group, send } = fixture;
    await send('<b>Đê &amp; kè</b> <a href="https://example.org/">xem</a> @an_xa #lu /nhan', {
      parse_mode: 'HTML',
    });
    const last = server.shown(group.id).at(-1);
    expect(last?.text).toBe('Đê & kè xem @an_xa #lu /nhan');
    expect(last?.entities).toEqual([
      { type: 'bold', offset: 0, length: 7 },
      { type: 'text_link', offset: 8, length: 3, url: 'https://example.org/' },
      { type: 'mention', offset: 12, length: 6 },
      { type: 'hashtag', offset: 19, length: 3 },
      { type: 'bot_command', offset: 23, length: 5 },
    ]);
  });

  it('reads MarkdownV2', async () => {
    const { server, group, send } = fixture;
    await send('*Họp* _chiều_ `8h` [lịch](https://example.org/a\\.b) \\#12', { parse_mode: 'MarkdownV2' });
    const last = server.shown(group.id).at(-1);
    expect(last?.text).toBe('Họp chiều 8h lịch #12');
    expect(last?.entities.map(({ type }) => type)).toEqual(['bold', 'italic', 'code', 'text_link']);
  });
});

describe('messages', () => {
  it('answers and shows a message with its buttons, reply and reaction', async () => {
    const { server, group, send, call } = fixture;
    const first = await send('Gửi báo cáo tiêm chủng', buttons('d:7'));
    const second = await send('Nhắc lại', { reply_parameters: { message_id: first } });
    await call('setMessageReaction', {
      chat_id: group.id,
      message_id: first,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    });
    const [one, two] = server.shown(group.id).slice(-2);
    expect(one).toMatchObject({ id: first, fromBot: true, edited: false, reactions: [{ emoji: '👍' }] });
    expect(two).toMatchObject({ id: second, replyTo: first });
    expect(second).toBe(first + 1);
  });

  it('sends without the reply when that is allowed', async () => {
    const { server, group, send } = fixture;
    await send('x', { reply_parameters: { message_id: 9999, allow_sending_without_reply: true } });
    expect(server.shown(group.id).at(-1)).not.toHaveProperty('replyTo');
  });

  it('edits, takes the keyboard away when none is given, and refuses an edit that changes nothing', async () => {
    const { server, group, send, error } = fixture;
    const id = await send('Hạn 15/8', buttons('d:8'));
    expect(await error('editMessageText', { message_id: id, text: 'Hạn 15/8', ...buttons('d:8') })).toContain(
      'message is not modified',
    );
    expect(await error('editMessageText', { message_id: id, text: 'Hạn 20/8' })).toBeUndefined();
    expect(server.shown(group.id).at(-1)).toMatchObject({ text: 'Hạn 20/8', buttons: [], edited: true });
    expect(await error('editMessageReplyMarkup', { message_id: id })).toContain('message is not modified');
    expect(await error('editMessageCaption', { message_id: id, caption: 'x' })).toBe(
      'Bad Request: there is no caption in the message to edit',
    );
  });

  it("edits and deletes only its own, and others' as an administrator", async () => {
    const { server, an, group, error } = fixture;
    const { messageId } = server.says({ chat: group.id, from: an.id, text: 'đã nhận' });
    expect(await error('editMessageText', { message_id: messageId, text: 'x' })).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await error('deleteMessage', { message_id: messageId })).toBe(
      "Bad Request: message can't be deleted",
    );
    server.promotesBot({ chat: group.id, from: an.id });
    expect(await error('deleteMessage', { message_id: messageId })).toBeUndefined();
    server.demotesBot({ chat: group.id, from: an.id });
  });

  it('will not write first to a person, nor to one who blocked it', async () => {
    const { server, an, outsider, call } = fixture;
    const to = (chat_id: number) => call('sendMessage', { chat_id, text: 'x' });
    expect((await to(outsider.id)).description).toBe(
      "Forbidden: bot can't initiate conversation with a user",
    );
    server.says({ chat: an.id, from: an.id, text: '/start' });
    expect((await to(an.id)).ok).toBe(true);
    server.blocksBot({ from: an.id });
    expect(await to(an.id)).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect((await to(1)).description).toBe('Bad Request: chat not found');
  });

  it('posts to topics that exist, and not to the General topic by number', async () => {
    const { server, an, call } = fixture;
    const forum = server.addGroup({ title: 'Sở Y tế', type: 'forum', owner: an.id, topics: ['Tiêm chủng'] });
    const to = (message_thread_id?: number) =>
      call('sendMessage', { chat_id: forum.id, text: 'x', message_thread_id });
    expect((await to(forum.topics['Tiêm chủng'])).result).toMatchObject({ is_topic_message: true });
    expect((await to()).result).not.toHaveProperty('message_thread_id');
    expect((await to(99)).description).toBe('Bad Request: message thread not found');
    server.closesTopic({ chat: forum.id, topic: forum.topics['Tiêm chủng']! });
    expect((await to(forum.topics['Tiêm chủng'])).description).toBe('Bad Request: TOPIC_CLOSED');
  });
});

describe('chats', () => {
  it('tells chats, members, administrators and commands', async () => {
    const { an, binh, outsider, group, call } = fixture;
    const member = async (user_id: number) =>
      (await call('getChatMember', { chat_id: group.id, user_id })).result;
    expect((await call('getChat', { chat_id: group.id })).result).toMatchObject({
      type: 'supergroup',
      title: 'Xã Hòa Bình',
    });
    expect(await member(an.id)).toMatchObject({ status: 'creator' });
    expect(await member(binh.id)).toMatchObject({ status: 'member' });
    expect(await member(outsider.id)).toMatchObject({ status: 'left' });
    expect((await call('getChatAdministrators', { chat_id: group.id })).result).toHaveLength(1);
    expect((await call('getChatMemberCount', { chat_id: group.id })).result).toBe(3);
    const commands = [{ command: 'viec', description: 'Việc đang mở' }];
    await call('setMyCommands', { commands, scope: { type: 'all_group_chats' }, language_code: 'vi' });
    const scoped = { scope: { type: 'all_group_chats' }, language_code: 'vi' };
    expect((await call('getMyCommands', scoped)).result).toEqual(commands);
    expect((await call('getMyCommands')).result).toEqual([]);
    expect(
      (await call('setMyCommands', { commands: [{ command: 'Việc', description: 'x' }] })).description,
    ).toBe('Bad Request: BOT_COMMAND_INVALID');
  });

  it('shows telegraf the same errors', async () => {
    const { server, group } = fixture;
    const { telegram } = new Telegraf(server.token, { telegram: { apiRoot: server.url } });
    const sent = await telegram.sendPhoto(
      group.id,
      { source: Buffer.from('ảnh đê') },
      { caption: 'Đê km 3' },
    );
    expect(sent.photo.at(-1)?.file_size).toBe(10);
    const failure = await telegram.sendMessage(-5, 'x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TelegramError);
    expect(failure).toMatchObject({ code: 400, description: 'Bad Request: chat not found' });
    expect(server.calls('sendMessage').at(-1)).toMatchObject({ chatId: -5, status: 400 });
  });
});
