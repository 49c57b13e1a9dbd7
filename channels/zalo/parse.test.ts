import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseUpdate } from './parse.js';
import { unknownFields } from './update-schema.js';

const file = new URL('../../test/zalo-server/fixtures/bot-updates.json', import.meta.url);
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const now = new Date('2026-11-23T01:00:00Z');
const read = (payload: unknown) => parseUpdate(payload, { names: ['Bot Giao ban'], now });
const group = { externalId: 'zgr-f8a7101d77709e2ec761', threadId: '', isGroup: true, title: '' };
const hoa = { externalId: '6ede9afa66b88fe6d6a9', name: 'Hoa' };
const at = '2025-06-19T06:55:31.602Z';

const cases = [
  {
    fixture: 'private text as documented',
    eventKey: 'message.text.received-2d758cb5e222177a4e35',
    expected: {
      chat: { externalId: hoa.externalId, threadId: '', isGroup: false, title: 'Ted' },
      sender: { ...hoa, name: 'Ted' },
      text: 'Xin chao',
      attachments: [],
      at,
    },
  },
  {
    fixture: 'group mention',
    eventKey: 'message.text.received-2d758cb5e222177a4e36',
    expected: { chat: group, sender: hoa, text: '#12 xong', attachments: [], at },
  },
  {
    fixture: 'group reply without a mention',
    eventKey: 'message.text.received-2d758cb5e222177a4e37',
    expected: { chat: group, sender: hoa, text: 'đã kiểm tra xong 12/15 hộ', attachments: [], at },
  },
  {
    fixture: 'group photo with a caption',
    eventKey: 'message.image.received-2d758cb5e222177a4e38',
    expected: {
      chat: group,
      sender: hoa,
      text: '#12 đã vá xong mặt đường',
      attachments: [{ kind: 'photo', channel: 'zalo', ref: 'https://photo.example.vn/duong.jpg' }],
      at,
    },
  },
  {
    fixture: 'photo in the other field, seconds, numbers for ids',
    eventKey: 'message.image.received-77',
    expected: {
      chat: { externalId: '501', threadId: '', isGroup: false, title: 'Hoa' },
      sender: { externalId: '501', name: 'Hoa' },
      text: '',
      attachments: [{ kind: 'photo', channel: 'zalo', ref: 'https://photo.example.vn/kho.jpg' }],
      at: '2025-06-19T06:55:31.000Z',
    },
  },
  {
    fixture: 'unsupported without a text',
    eventKey: 'message.unsupported.received-2d758cb5e222177a4e39',
    expected: { chat: group, sender: hoa, text: '', attachments: [], at },
  },
  {
    fixture: 'unknown event',
    eventKey: 'message.link.received-2d758cb5e222177a4e40',
    expected: {
      chat: group,
      sender: hoa,
      text: 'https://example.vn/ke-hoach',
      attachments: [],
      at: now.toISOString(),
    },
  },
];

describe('an update', () => {
  it.each(cases)('$fixture', ({ fixture, eventKey, expected }) => {
    const keyed = read(fixtures[fixture]);
    const messageId = eventKey.slice(eventKey.indexOf('-') + 1);
    expect(keyed).toEqual({ eventKey, event: { kind: 'message', addressed: true, messageId, ...expected } });
  });

  it('has the same key however it is wrapped', () => {
    const bare = fixtures['group mention'];
    expect(read({ ok: true, result: bare })).toEqual(read(bare));
  });

  it('without an id has a key of its content', () => {
    const message = { from: { id: 'a' }, chat: { id: 'b', chat_type: 'GROUP' }, text: 'xong' };
    const update = { event_name: 'message.text.received', message };
    expect(read(update)?.eventKey).toBe(read(structuredClone(update))?.eventKey);
    expect(read({ ...update, message: { ...message, text: 'chưa' } })?.eventKey).not.toBe(
      read(update)?.eventKey,
    );
  });

  it.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { ok: true, result: {} },
    { ok: true, result: null },
    { event_name: 'message.text.received' },
    { event_name: 'message.text.received', message: { from: {}, chat: {} } },
    { message: { from: { id: 'a', is_bot: true }, chat: { id: 'b' }, text: 'x', message_id: '1' } },
  ])('that is not one is left alone: %j', (payload) => {
    expect(read(payload)).toBeNull();
  });

  it.each([
    ['GROUP', 'zgr-1', true],
    ['group', 'x', true],
    ['PRIVATE', 'a', false],
    [undefined, 'zgr-1', true],
    [undefined, 'a', false],
  ])('of type %s in chat %s: group is %s', (chat_type, id, isGroup) => {
    const message = { from: { id: 'a' }, chat: { id, chat_type }, text: 'x', message_id: '1' };
    expect(read({ message })?.event).toMatchObject({ chat: { isGroup } });
  });

  it('names the fields that nobody knows, never what is in them', () => {
    expect(unknownFields(fixtures['group reply without a mention'])).toEqual(['some_new_field']);
    expect(unknownFields(fixtures['group mention'])).toEqual([]);
    expect(unknownFields({ message: { 'tên người': 1 } })).toEqual([]);
  });
});
