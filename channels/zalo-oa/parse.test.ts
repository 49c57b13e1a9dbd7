import { describe, expect, it } from 'vitest';
import { addressReply, parseEvent } from './parse.js';
import { isSigned, sign } from './signature.js';

const now = new Date('2026-11-23T01:00:00Z');
const read = (payload: unknown) => parseEvent(payload, { names: ['Văn phòng xã An Phú'], now });
const group = { externalId: 'g1', threadId: '', isGroup: true, title: '' };
const event = (message: Record<string, unknown>, event_name = 'user_send_group_text') => ({
  event_name,
  app_id: '360846524940903967',
  oa_id: '388613280878808645',
  sender: { id: '246845883529197922' },
  recipient: { id: 'g1' },
  message: { msg_id: '96d3cdf3af150460909', ...message },
  timestamp: '1795500000123',
});

describe('an event of a group', () => {
  it.each([
    ['#12 xong', '#12 xong', true],
    ['/viec', '/viec', true],
    ['@Văn phòng xã An Phú #12 xong', '#12 xong', true],
    ['@Văn phòng xã An Phú đã xong', 'đã xong', true],
    ['dangky K7Q2M9XDAB', '/bind K7Q2M9XDAB', true],
    ['chiều nay mấy giờ họp?', 'chiều nay mấy giờ họp?', false],
    ['#truonghoc họp lúc 8 giờ', '#truonghoc họp lúc 8 giờ', false],
  ])('%j is %j, for us: %s', (raw, text, addressed) => {
    expect(read(event({ text: raw }))).toEqual({
      eventKey: 'user_send_group_text-96d3cdf3af150460909',
      event: {
        kind: 'message',
        addressed,
        chat: group,
        sender: { externalId: '246845883529197922', name: '' },
        messageId: '96d3cdf3af150460909',
        text,
        attachments: [],
        at: '2026-11-24T06:00:00.123Z',
      },
    });
  });

  it('that quotes a message of ours is for us', () => {
    const keyed = read(event({ text: 'xong', quote_msg_id: 'm7' }))!;
    expect(keyed.event).toMatchObject({ addressed: false, replyTo: { messageId: 'm7', isOurs: false } });
    const ours = addressReply(keyed, true).event;
    expect(ours).toMatchObject({ addressed: true, replyTo: { messageId: 'm7', isOurs: true } });
    expect(addressReply(keyed, false)).toEqual(keyed);
  });

  it('with a picture or a file has its address', () => {
    const attachments = [
      { type: 'image', payload: { url: 'https://f.example.vn/a.jpg', thumbnail: 'x' } },
      { type: 'file', payload: { url: 'https://f.example.vn/b.xlsx', name: 'kiem-ke.xlsx', size: '2048' } },
      { type: 'sticker', payload: { id: '1' } },
    ];
    expect(read(event({ attachments }, 'user_send_group_image'))?.event).toMatchObject({
      attachments: [
        { kind: 'photo', channel: 'zalo-oa', ref: 'https://f.example.vn/a.jpg' },
        {
          kind: 'document',
          channel: 'zalo-oa',
          ref: 'https://f.example.vn/b.xlsx',
          name: 'kiem-ke.xlsx',
          size: 2048,
        },
      ],
    });
  });

  it.each([
    [{ event_name: 'create_group', group_id: 'g1', group_name: 'Xã An Phú' }, 'joined'],
    [{ event_name: 'create_group', recipient: { id: 'g1' }, oa_id: 'o1' }, 'joined'],
    [{ event_name: 'delete_group', group_id: 'g1' }, 'left'],
    [{ event_name: 'update_group_info', group_id: 'g1', group_name: 'Xã An Phú' }, 'retitled'],
  ])('%j is %s', (payload, kind) => {
    expect(read(payload)?.event).toMatchObject({ kind, chat: { externalId: 'g1' } });
  });

  it.each([
    null,
    7,
    [],
    {},
    { event_name: 'oa_send_group_text', recipient: { id: 'g1' }, message: { msg_id: '1' } },
    { event_name: 'user_join_group', group_id: 'g1' },
    { event_name: 'user_send_text', sender: { id: '1' }, message: { text: 'x' } },
    { event_name: 'user_send_group_text' },
    { event_name: 'update_group_info', group_id: 'g1' },
  ])('that is not one for us is left alone: %j', (payload) => {
    expect(read(payload)).toBeNull();
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
