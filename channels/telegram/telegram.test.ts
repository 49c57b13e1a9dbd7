import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startTelegramServer, type TelegramServerOptions } from '../../test/telegram-server/server.js';
import { SendError } from '../../core/errors.js';
import { bold, plain, say, type Attachment, type Content } from '../../core/message.js';
import type { KeyedEvent } from '../channel.js';
import { createTelegramChannel } from './telegram.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** One commune's group on a local server, and the channel to it; not started. */
async function begin(options: TelegramServerOptions = {}, limits: { sendMs?: number } = {}) {
  const server = await startTelegramServer(options);
  const owner = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: owner.id });
  const logged: string[] = [];
  const stream = new PassThrough().on('data', (line: Buffer) => logged.push(line.toString()));
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.url,
    pace: { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 },
    log: pino({ level: 'debug' }, stream),
    timeouts: { courtesyMs: 200, pollSeconds: 1, backOffMs: 20, ...limits },
  });
  closers.push(server.close, () => channel.stop());
  const to = { externalId: String(group.id), threadId: '', isGroup: true };
  const send = (content: Content, replyTo?: string) =>
    channel.send({ to, content, ...(replyTo ? { replyTo } : {}) });
  const fault = async (content: Content = say('Nộp báo cáo trường học')) => {
    const error: unknown = await send(content).catch((reason: unknown) => reason);
    if (!(error instanceof SendError)) throw new Error('no SendError');
    return { ...error.fault, code: error.code };
  };
  return { server, owner, group, channel, logged, to, send, fault, shown: () => server.shown(group.id) };
}

describe('sending', () => {
  it('shows text, styles and buttons, and answers in a thread of words', async () => {
    const { owner, group, server, send, shown } = await begin();
    const asked = server.says({ chat: group.id, from: owner.id, text: '/viec' });
    const buttons = [[{ label: 'Đã nhận', action: 'r:12:ack' }]];
    const { messageId } = await send(
      { text: [bold('Việc #12'), plain(' <b>')], buttons },
      String(asked.messageId),
    );
    expect(shown().at(-1)).toMatchObject({
      id: Number(messageId),
      text: 'Việc #12 <b>',
      entities: [{ type: 'bold', offset: 0, length: 8 }],
      buttons: [[{ text: 'Đã nhận', data: 'r:12:ack' }]],
      replyTo: asked.messageId,
    });
  });

  it('writes into a topic, although the message to answer is gone', async () => {
    const { server, owner, channel } = await begin();
    const forum = server.addGroup({
      title: 'Phòng Giáo dục',
      type: 'forum',
      owner: owner.id,
      topics: ['Báo cáo'],
    });
    const threadId = String(forum.topics['Báo cáo']);
    const to = { externalId: String(forum.id), threadId, isGroup: true };
    await channel.send({ to, content: say('Nhắc nộp'), replyTo: '99999' });
    expect(server.shown(forum.id).at(-1)).toMatchObject({ text: 'Nhắc nộp', threadId: Number(threadId) });
    server.deletesTopic({ chat: forum.id, topic: Number(threadId) });
    await expect(channel.send({ to, content: say('Nhắc nộp') })).rejects.toMatchObject({
      fault: { kind: 'unreachable' },
      code: 'topic-gone',
    });
  });

  it('tells each fault apart', async () => {
    const { server, group, owner, fault, shown } = await begin({}, { sendMs: 600 });
    server.fault({ kind: '429', retryAfter: 4 });
    expect(await fault()).toMatchObject({ kind: 'throttled', retryAfterMs: 4_000, scope: 'chat' });
    for (const kind of ['502', '500-html'] as const) {
      server.fault({ kind });
      expect(await fault()).toMatchObject({ kind: 'retryable' });
    }
    expect(shown()).toHaveLength(0);
    for (const kind of ['reset-before', 'reset-after', 'hang', 'hang-after'] as const) {
      server.fault({ kind });
      expect(await fault()).toMatchObject({ kind: 'unknown' });
    }
    expect(shown()).toHaveLength(2);
    server.mutesBot({ chat: group.id, from: owner.id });
    expect(await fault()).toMatchObject({ kind: 'unreachable', code: 'no-right-to-send' });
    server.kicksBot({ chat: group.id, from: owner.id });
    expect(await fault()).toMatchObject({ kind: 'unreachable', code: 'kicked' });
  });

  it('learns the new id of a group that became a supergroup', async () => {
    const { server, owner, channel } = await begin();
    const basic = server.addGroup({ title: 'Trường An Phú', type: 'group', owner: owner.id });
    const next = server.upgrades({ chat: basic.id, from: owner.id });
    const to = { externalId: String(basic.id), threadId: '', isGroup: true };
    await expect(channel.send({ to, content: say('x') })).rejects.toMatchObject({
      fault: { kind: 'migrated', externalId: String(next.id) },
    });
  });

  it('takes refusals of several chats at once for a limit of the whole bot', async () => {
    const { server, owner, channel } = await begin();
    server.fault({ kind: '429', times: 'always' });
    const groups = ['A', 'B', 'C'].map((title) => server.addGroup({ title, owner: owner.id }));
    const scopes: unknown[] = [];
    for (const { id } of groups) {
      const to = { externalId: String(id), threadId: '', isGroup: true };
      await channel
        .send({ to, content: say('x') })
        .catch((error: SendError) => scopes.push('scope' in error.fault && error.fault.scope));
    }
    expect(scopes).toEqual(['chat', 'chat', 'channel']);
  });

  it('finds a wrong token to be nobody else’s fault', async () => {
    const { server } = await begin();
    const channel = createTelegramChannel({
      token: '1:wrong',
      apiRoot: server.url,
      pace: { perSecond: 0, chatPerSecond: 0, groupPerMinute: 0 },
      log: pino({ level: 'silent' }),
    });
    const to = { externalId: '-100', threadId: '', isGroup: true };
    await expect(channel.send({ to, content: say('x') })).rejects.toMatchObject({
      fault: { kind: 'retryable' },
      code: 'unauthorized',
    });
  });
});

describe('files', () => {
  /** A file that the bot has been sent, as members do it. */
  async function withFile() {
    const world = await begin();
    const events: KeyedEvent[] = [];
    await world.channel.start(async (_name, batch) => void events.push(...batch));
    world.server.says({
      chat: world.owner.id,
      from: world.owner.id,
      document: { fileName: 'ke-hoach.docx' },
      text: 'gửi kèm',
    });
    await expect.poll(() => events.length).toBe(1);
    const { event } = events[0]!;
    const attachment = 'attachments' in event ? event.attachments[0] : undefined;
    if (!attachment) throw new Error('no attachment');
    return { ...world, attachment };
  }

  it('go along with their caption, which can be edited', async () => {
    const { send, shown, channel, to, attachment } = await withFile();
    expect(attachment).toMatchObject({
      kind: 'document',
      name: 'ke-hoach.docx',
    } satisfies Partial<Attachment>);
    const { messageId } = await send({ ...say('Kế hoạch tiêm chủng'), attachment });
    await channel.edit(to, messageId, say('Kế hoạch tiêm chủng, bản 2'));
    await channel.edit(to, messageId, { ...say('Kế hoạch tiêm chủng, bản 3'), attachment });
    expect(shown()).toMatchObject([
      { text: 'Kế hoạch tiêm chủng, bản 3', attachments: [{ kind: 'document' }], edited: true },
    ]);
  });

  it('come before a long text, once, even if the text has to be sent again', async () => {
    const { server, send, shown, attachment } = await withFile();
    const content = { ...say('Rà soát. '.repeat(200).trim()), attachment };
    server.fault({ method: 'sendMessage', kind: '502' });
    await expect(send(content)).rejects.toMatchObject({ fault: { kind: 'retryable' } });
    const { messageId } = await send(content);
    expect(shown().map(({ attachments, text }) => [attachments.length, text.length])).toEqual([
      [1, 0],
      [0, content.text[0]?.text.length],
    ]);
    expect(shown()[1]?.id).toBe(Number(messageId));
  });

  const bytes = new Uint8Array(Buffer.from('%PDF-1.7'));
  const brought: Attachment = { kind: 'document', channel: 'telegram', ref: '7', name: 'a.pdf', bytes };

  it('that are brought are told by what Telegram names them, also where the text comes later', async () => {
    const { server, send, shown } = await begin();
    const short = await send({ ...say('Kế hoạch'), attachment: brought });
    expect(short.heldRef).toBe(shown()[0]?.attachments[0]?.fileId);
    const long = say('Rà soát. '.repeat(200).trim());
    server.fault({ method: 'sendMessage', kind: '502' });
    await expect(send({ ...long, attachment: brought })).rejects.toMatchObject({ code: 'server' });
    // Meanwhile another group got the file, so it is named now.
    const { bytes: _, ...named } = { ...brought, ref: short.heldRef! };
    const { heldRef } = await send({ ...long, attachment: named });
    expect(shown().map(({ attachments }) => attachments.length)).toEqual([1, 1, 0]);
    expect(heldRef).toBe(shown()[1]?.attachments[0]?.fileId);
    expect(await send({ ...say('Nhắc lại'), attachment: named })).not.toHaveProperty('heldRef');
  });

  it.each([
    ['that of another bot', 'BQACAgUAAxk999999999999'],
    ['no name at all', 'Kế hoạch.pdf'],
  ])('are refused as files where the name is %s', async (_label, ref) => {
    const { send } = await begin();
    const { bytes: _, ...named } = { ...brought, ref };
    await expect(send({ ...say('x'), attachment: named })).rejects.toMatchObject({
      code: 'file',
      fault: { kind: 'rejected' },
    });
  });
});

describe('editing', () => {
  it('replaces text and buttons; the same again counts as done', async () => {
    const { send, shown, channel, to } = await begin();
    const { messageId } = await send({ ...say('▓░ 1/2'), buttons: [[{ label: 'Dừng', action: 's' }]] });
    await channel.edit(to, messageId, say('▓▓ 2/2'));
    await channel.edit(to, messageId, say('▓▓ 2/2'));
    expect(shown()).toMatchObject([{ text: '▓▓ 2/2', buttons: [] }]);
  });

  it('says when there is no such message', async () => {
    const { channel, to } = await begin();
    await expect(channel.edit(to, '424242', say('x'))).rejects.toMatchObject({
      fault: { kind: 'rejected' },
      code: 'message-gone',
    });
  });
});

it('never logs a text or the token', async () => {
  const { server, owner, channel, send, logged, to } = await begin();
  const echo = { kind: '400', description: 'Bad Request: họp khẩn tại xã An Phú lúc tám giờ' } as const;
  for (const method of ['sendMessage', 'answerCallbackQuery']) server.fault({ method, ...echo });
  await send(say('họp khẩn tại xã An Phú lúc tám giờ')).catch(() => undefined);
  await channel.react?.(to, '1', '👍');
  await channel.answerPress?.('1', 'họp khẩn tại xã An Phú lúc tám giờ');
  server.fault({ method: 'getUpdates', kind: 'reset-before' });
  await channel.start(() => Promise.reject(new Error('họp khẩn')));
  server.says({ chat: owner.id, from: owner.id, text: 'họp khẩn' });
  await expect.poll(() => logged.join('')).toContain('could not be stored');
  expect(logged.join('')).not.toContain('họp khẩn');
  expect(logged.join('')).not.toContain(server.token);
});
