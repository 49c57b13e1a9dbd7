import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseUpdate } from './parse.js';

const me = { id: 7_000_000_001, username: 'GiaobanBot', hearsAllGroups: false };
const now = new Date('2026-11-24T06:00:00Z');
const sentAt = '2026-11-24T06:00:00.000Z';

const an = { externalId: '-1001234567890', threadId: '', isGroup: true, title: 'Xã An Phú' };
const forum = { externalId: '-1009876543210', threadId: '15', isGroup: true, title: 'Phòng Giáo dục' };
const privateChat = { externalId: '501', threadId: '', isGroup: false, title: 'Hoa Nguyễn' };
const hoa = { externalId: '501', name: 'Hoa Nguyễn', username: 'hoa_nguyen', languageCode: 'vi' };
const binh = { externalId: '502', name: 'Bình' };
const theBot = { externalId: '7000000001', name: 'Giao ban', username: 'GiaobanBot' };
const toUs = { messageId: '4300', isOurs: true, author: theBot };
const anonymous = { externalId: '-1001234567890', name: 'Xã An Phú', isAnonymous: true };

function load(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`fixtures/${file}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
}

function parse(file: string, label: string, as = me) {
  const fixture = load(file)[label];
  if (fixture === undefined) throw new Error(`no fixture "${label}"`);
  return parseUpdate(fixture, as, now)?.event ?? null;
}

const message = { kind: 'message', chat: an, sender: binh, attachments: [], at: sentAt };

describe('a code at the beginning', () => {
  it.each([
    ['#12 xong', true],
    ['\u200f#12 xong', true],
    ['\ufeff \u200b＃12 xong', true],
    ['# 12: xong', true],
    ['việc #12 xong', false],
    ['#truonghoc', false],
  ])('%j', (text, addressed) => {
    const chat = { id: -100123, type: 'supergroup', title: 'Xã An Phú' };
    const from = { id: 502, first_name: 'Bình' };
    const update = { update_id: 1, message: { message_id: 9, date: 1, chat, from, text } };
    expect(parseUpdate(update, me, now)?.event).toMatchObject({ addressed });
  });
});

describe('messages', () => {
  const table: { label: string; expected: object | null }[] = [
    {
      label: 'private text',
      expected: { addressed: true, chat: privateChat, sender: hoa, text: 'xin chào', messageId: '4321' },
    },
    { label: 'private start with owner code', expected: { addressed: true, text: '/start K7Q2-M9XD' } },
    { label: 'group command', expected: { addressed: true, text: '/viec', chat: an } },
    {
      label: 'group command with our name',
      expected: {
        addressed: true,
        text: '/giao all hạn 17:00 30/11/2026\nKiểm tra phương án\nCác đơn vị rà soát',
      },
    },
    { label: 'group command with our name in capitals', expected: { addressed: true, text: '/VIEC' } },
    { label: 'command for another bot', expected: { addressed: false } },
    { label: 'command for another bot as a reply to us', expected: { addressed: false } },
    { label: 'deep link in a group', expected: { addressed: true, text: '/start inv_7f3k' } },
    { label: 'a path is no command', expected: { addressed: false } },
    { label: 'reply to us', expected: { ...message, addressed: true, text: 'đã làm 70%', replyTo: toUs } },
    {
      label: 'reply to another member',
      expected: { addressed: false, replyTo: { messageId: '4310', isOurs: false, author: hoa } },
    },
    { label: 'line with a code', expected: { ...message, addressed: true, text: '#12 xong 12/15' } },
    { label: 'hash inside the text', expected: { addressed: false } },
    { label: 'hash without digits', expected: { addressed: false } },
    { label: 'mention in front', expected: { addressed: true, text: '#12 xong' } },
    { label: 'mention in the middle', expected: { addressed: true, text: 'nhờ nhắc lại' } },
    {
      label: 'mention of a longer name',
      expected: { addressed: false, text: 'nhờ @GiaobanBotHuyen nhắc lại' },
    },
    { label: 'mail address with our name', expected: { addressed: false } },
    { label: 'mention by name', expected: { addressed: true, text: '😀  ơi #12 xong' } },
    { label: 'chat among members', expected: { addressed: false } },
    {
      label: 'html and markdown signs',
      expected: { addressed: true, text: '#12 <b>xong</b> *70%* _ổn_ `x`' },
    },
    {
      label: 'photo with caption',
      expected: {
        addressed: true,
        text: '#12 ảnh đoạn đường đã vá',
        attachments: [{ kind: 'photo', channel: 'telegram', ref: 'AgAClarge', size: 98_000 }],
      },
    },
    {
      label: 'document in an album',
      expected: {
        addressed: true,
        text: '',
        attachments: [
          { kind: 'document', channel: 'telegram', ref: 'BQACfile', name: 'kiem-ke.xlsx', size: 20_480 },
        ],
      },
    },
    { label: 'voice as a reply to us', expected: { addressed: true, text: '', attachments: [] } },
    { label: 'anonymous admin', expected: { addressed: true, sender: anonymous } },
    { label: 'anonymous admin without sender chat', expected: { addressed: true, sender: anonymous } },
    {
      label: 'member who speaks as a channel',
      expected: { sender: { externalId: '-1005550001', name: 'Tin xã', isAnonymous: true } },
    },
    { label: 'forwarded by the linked channel', expected: null },
    { label: 'another bot', expected: null },
    { label: 'topic message', expected: { addressed: true, chat: forum, text: '#7 đã nộp' } },
    { label: 'chat in a topic that we opened', expected: { addressed: false, chat: forum } },
    { label: 'pinned message', expected: null },
    { label: 'members added', expected: null },
    {
      label: 'new title',
      expected: { kind: 'retitled', chat: { ...an, title: 'Xã An Phú (mới)' }, at: sentAt },
    },
    {
      label: 'upgraded, told in the old group',
      expected: { kind: 'migrated', chat: { externalId: '-4567' }, toExternalId: '-1001112223334' },
    },
    {
      label: 'upgraded, told in the new group',
      expected: { kind: 'migrated', chat: { externalId: '-4567' }, toExternalId: '-1001112223334' },
    },
  ];

  it.each(table)('$label', ({ label, expected }) => {
    const event = parse('messages', label);
    if (expected === null) expect(event).toBeNull();
    else expect(event).toMatchObject(expected);
  });

  it('has an expectation for every fixture', () => {
    expect(table.map(({ label }) => label)).toEqual(Object.keys(load('messages')));
  });

  it('takes no topic message for a reply', () => {
    expect(parse('messages', 'topic message')).not.toHaveProperty('replyTo');
  });
});

describe('edits and presses', () => {
  it.each([
    {
      label: 'edited reply',
      expected: { kind: 'edit', addressed: true, text: 'đã làm 80%', at: '2026-11-24T06:00:30.000Z' },
    },
    { label: 'edited chat', expected: { kind: 'edit', addressed: false } },
    { label: 'edited caption', expected: { kind: 'edit', addressed: true, text: '#12 bản sửa' } },
  ])('$label', ({ label, expected }) => {
    expect(parse('edits', label)).toMatchObject(expected);
  });

  const press = { kind: 'press', sender: hoa, at: now.toISOString() };
  it.each([
    {
      label: 'press',
      expected: { ...press, pressId: '2150000000000000001', messageId: '4300', action: 'r:12:ack', chat: an },
    },
    {
      label: 'press on an old message',
      expected: { ...press, messageId: '17', action: 'r:3:done', chat: an },
    },
    { label: 'press in a topic', expected: { ...press, chat: forum } },
    { label: 'press on an inline message', expected: null },
    { label: 'press of a game', expected: null },
  ])('$label', ({ label, expected }) => {
    const event = parse('presses', label);
    if (expected === null) expect(event).toBeNull();
    else expect(event).toMatchObject(expected);
  });
});

describe('membership of the bot', () => {
  it.each([
    {
      label: 'added as member',
      expected: { kind: 'joined', hearsAll: false, chat: an, sender: hoa, at: sentAt },
    },
    { label: 'added as admin', expected: { kind: 'joined', hearsAll: true } },
    { label: 'added again after a ban', expected: { kind: 'joined' } },
    { label: 'promoted', expected: { kind: 'hearing', hearsAll: true, chat: an, at: sentAt } },
    { label: 'demoted', expected: { kind: 'hearing', hearsAll: false } },
    { label: 'admin with other rights', expected: null },
    { label: 'kicked', expected: { kind: 'left', reason: 'kicked', chat: an, sender: hoa } },
    { label: 'left', expected: { kind: 'left', reason: 'left' } },
    { label: 'restricted but inside', expected: null },
    { label: 'restricted and outside', expected: { kind: 'left', reason: 'restricted' } },
    { label: 'kicked after leaving', expected: null },
    { label: 'blocked in private', expected: { kind: 'left', reason: 'kicked', chat: privateChat } },
    { label: 'unblocked in private', expected: { kind: 'joined', hearsAll: true, chat: privateChat } },
    { label: 'added to a channel', expected: null },
  ])('$label', ({ label, expected }) => {
    const event = parse('membership', label);
    if (expected === null) expect(event).toBeNull();
    else expect(event).toMatchObject(expected);
  });

  it('hears all as a member when privacy mode is off', () => {
    const open = { ...me, hearsAllGroups: true };
    expect(parse('membership', 'added as member', open)).toMatchObject({ hearsAll: true });
    expect(parse('membership', 'promoted', open)).toBeNull();
  });
});

describe('other payloads', () => {
  it.each(Object.entries(load('others')))('%s is not ours', (_label, fixture) => {
    expect(parseUpdate(fixture, me, now)).toBeNull();
  });

  it.each([null, 7, 'x', [], { update_id: 1, message: null }])('%j is not ours', (payload) => {
    expect(parseUpdate(payload, me, now)).toBeNull();
  });

  it('keys an event by bot and update', () => {
    const update = { ...(load('messages')['private text'] as object), update_id: 881 };
    expect(parseUpdate(update, me, now)?.eventKey).toBe('7000000001-881');
  });

  it('reads a message although a part that it does not need has a strange shape', () => {
    const update = load('messages')['private text'] as { message: object };
    const strange = { ...update, message: { ...update.message, entities: 'x', document: 5 } };
    expect(parseUpdate(strange, me, now)?.event).toMatchObject({ text: 'xin chào' });
  });
});
