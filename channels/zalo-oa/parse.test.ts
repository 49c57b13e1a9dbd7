import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressReply, parseEvent } from './parse.js';
import { isSigned, sign } from './signature.js';

const file = new URL('../../test/zalo-server/fixtures/oa-events.json', import.meta.url);
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message?: object }>;
const now = new Date('2026-11-23T01:00:00Z');
const read = (payload: unknown) => parseEvent(payload, { names: ['Văn phòng xã An Phú'], now });
const chat = { externalId: 'f414c8f76fa586fbdfb4', threadId: '', isGroup: true, title: '' };
const hoa = { externalId: '246845883529197922', name: '' };
const inPrivate = { ...chat, externalId: hoa.externalId, isGroup: false };
const picture = { kind: 'photo', channel: 'zalo-oa', ref: 'https://f.example.vn/a.jpg' };
const document = {
  ...{ kind: 'document', channel: 'zalo-oa', ref: 'https://f.example.vn/b.xlsx' },
  ...{ name: 'kiem-ke.xlsx', size: 2048 },
};
const usual = {
  kind: 'message',
  addressed: true,
  sender: hoa,
  attachments: [],
  at: '2026-11-24T06:00:00.123Z',
};

describe('an event', () => {
  it.each([
    ['group text', '96d3cdf3af150460909', { chat, text: '#12 xong' }],
    [
      'group reply',
      '96d3cdf3af150460910',
      { chat, text: 'xong', addressed: false, replyTo: { messageId: '96d3cdf3af150460900', isOurs: false } },
    ],
    [
      'group talk that is not for the bot',
      '96d3cdf3af150460911',
      { chat, text: 'chiều nay mấy giờ họp?', addressed: false },
    ],
    [
      'group picture and file',
      '96d3cdf3af150460912',
      { chat, text: '', addressed: false, attachments: [picture, document] },
    ],
    ['private text', 'cb31dff1c39642cc1b83', { chat: inPrivate, text: '/start K7Q2M9XDAB' }],
    [
      'private picture',
      'cb31dff1c39642cc1b84',
      { chat: inPrivate, text: '/giao XA01', attachments: [picture] },
    ],
  ])('%s', (fixture, messageId, expected) => {
    const { event_name } = fixtures[fixture] as { event_name: string };
    expect(read(fixtures[fixture])).toEqual({
      eventKey: `${event_name}-${messageId}`,
      event: { ...usual, messageId, ...expected },
    });
  });

  it.each([
    ['group born', 'joined', 'Xã An Phú'],
    ['group born, told by the recipient', 'joined', ''],
    ['group gone', 'left', ''],
    ['group renamed', 'retitled', 'Xã An Phú'],
  ])('%s is %s', (fixture, kind, title) => {
    expect(read(fixtures[fixture])?.event).toMatchObject({ kind, chat: { ...chat, title } });
  });

  it.each([
    'somebody joined',
    'somebody follows',
    'own words in a group',
    'own words in private',
    'words without a sender',
  ])('%s is left alone', (fixture) => {
    expect(read(fixtures[fixture])).toBeNull();
  });

  it.each([null, 7, [], {}, { event_name: 'update_group_info', group_id: 'g1' }])(
    'that nobody can read is left alone: %j',
    (payload) => {
      expect(read(payload)).toBeNull();
    },
  );

  it.each([
    ['#12 xong', '#12 xong', true],
    ['/viec', '/viec', true],
    ['@Văn phòng xã An Phú đã xong', 'đã xong', true],
    ['dangky K7Q2M9XDAB', '/bind K7Q2M9XDAB', true],
    ['#truonghoc họp lúc 8 giờ', '#truonghoc họp lúc 8 giờ', false],
  ])('of a group that says %j says %j, for us: %s', (raw, text, addressed) => {
    const { message, ...rest } = fixtures['group text']!;
    expect(read({ ...rest, message: { ...message, text: raw } })?.event).toMatchObject({ text, addressed });
  });

  it('that quotes a message of ours is for us', () => {
    const keyed = read(fixtures['group reply'])!;
    const ours = addressReply(keyed, true).event;
    const replyTo = { messageId: '96d3cdf3af150460900', isOurs: true };
    expect(ours).toMatchObject({ addressed: true, replyTo });
    expect(addressReply(keyed, false)).toEqual(keyed);
  });
});

describe('a signature', () => {
  const keys = { appId: '360846524940903967', webhookSecret: 'khoa-bi-mat' };
  const body = '{ "event_name" : "x",\n "text": "Xã An Phú" , "timestamp":"1795500000123" }';
  const mac = sign(body, '1795500000123', keys);

  it.each([
    ['with its prefix', `mac=${mac}`, body, true],
    ['without', mac, body, true],
    ['in capitals', `MAC=${mac.toUpperCase()}`, body, true],
    ['of another body', `mac=${mac}`, body.replace('Phú', 'Phu'), false],
    ['of the same written anew', `mac=${mac}`, JSON.stringify(JSON.parse(body)), false],
    ['with another key', `mac=${sign(body, '1795500000123', { ...keys, webhookSecret: 'x' })}`, body, false],
    ['that is missing', '', body, false],
    ['that is a prefix alone', 'mac=', body, false],
    ['of no JSON', `mac=${mac}`, 'x', false],
  ])('%s', (_label, header, text, isGood) => {
    expect(isSigned(header, text, keys)).toBe(isGood);
  });

  it('takes a time that is a number', () => {
    const numbered = '{"timestamp":1795500000123}';
    expect(isSigned(sign(numbered, '1795500000123', keys), numbered, keys)).toBe(true);
  });
});
