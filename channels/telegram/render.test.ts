import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import { bold, code, italic, plain, say, type Attachment, type Content } from '../../core/message.js';
import { renderEdit, renderSend, renderText } from './render.js';

const to = { externalId: '-1001234567890', threadId: '', isGroup: true };
const photo: Attachment = { kind: 'photo', channel: 'telegram', ref: 'AgAC' };
const document: Attachment = { kind: 'document', channel: 'telegram', ref: 'BQAC' };
const quiet = { link_preview_options: { is_disabled: true } };
const chat_id = -1001234567890;

const table: { label: string; content: Content; expected: { method: string; params: object }[] }[] = [
  {
    label: 'plain text',
    content: say('Nộp báo cáo trường học'),
    expected: [{ method: 'sendMessage', params: { chat_id, text: 'Nộp báo cáo trường học', ...quiet } }],
  },
  {
    label: 'styles, counted in UTF-16 units',
    content: { text: [bold('😀 Việc'), plain(' '), italic('gấp'), code('#12')] },
    expected: [
      {
        method: 'sendMessage',
        params: {
          chat_id,
          text: '😀 Việc gấp#12',
          entities: [
            { type: 'bold', offset: 0, length: 7 },
            { type: 'italic', offset: 8, length: 3 },
            { type: 'code', offset: 11, length: 3 },
          ],
          ...quiet,
        },
      },
    ],
  },
  {
    label: 'links, also bold ones',
    content: { text: [{ text: 'Bản đồ', style: 'bold', link: 'https://example.vn/a' }] },
    expected: [
      {
        method: 'sendMessage',
        params: {
          chat_id,
          text: 'Bản đồ',
          entities: [
            { type: 'bold', offset: 0, length: 6 },
            { type: 'text_link', offset: 0, length: 6, url: 'https://example.vn/a' },
          ],
          ...quiet,
        },
      },
    ],
  },
  {
    label: 'markup of people stays text',
    content: say('<b>a</b> *b* _c_ [d](https://x.vn) &amp;'),
    expected: [
      {
        method: 'sendMessage',
        params: { chat_id, text: '<b>a</b> *b* _c_ [d](https://x.vn) &amp;', ...quiet },
      },
    ],
  },
  {
    label: 'NUL and half letters',
    content: { text: [plain('a\0b'), bold('c\ud83d')] },
    expected: [
      {
        method: 'sendMessage',
        params: { chat_id, text: 'abc\ufffd', entities: [{ type: 'bold', offset: 2, length: 2 }], ...quiet },
      },
    ],
  },
  {
    label: 'buttons; empty rows left out',
    content: {
      ...say('Việc #12'),
      buttons: [[{ label: 'Đã nhận', action: 'r:12:ack' }], [], [{ label: 'Xem', url: 'https://x.vn' }]],
    },
    expected: [
      {
        method: 'sendMessage',
        params: {
          chat_id,
          text: 'Việc #12',
          ...quiet,
          reply_markup: {
            inline_keyboard: [
              [{ text: 'Đã nhận', callback_data: 'r:12:ack' }],
              [{ text: 'Xem', url: 'https://x.vn' }],
            ],
          },
        },
      },
    ],
  },
  {
    label: 'photo with caption',
    content: { text: [bold('Đường liên xã')], attachment: photo },
    expected: [
      {
        method: 'sendPhoto',
        params: {
          chat_id,
          photo: 'AgAC',
          caption: 'Đường liên xã',
          caption_entities: [{ type: 'bold', offset: 0, length: 13 }],
        },
      },
    ],
  },
  {
    label: 'document without words',
    content: { text: [], attachment: document },
    expected: [{ method: 'sendDocument', params: { chat_id, document: 'BQAC' } }],
  },
  {
    label: 'file first when the text is too long for a caption; the buttons go with the text',
    content: {
      ...say('x'.repeat(1025)),
      attachment: document,
      buttons: [[{ label: 'Đã nhận', action: 'a' }]],
    },
    expected: [
      { method: 'sendDocument', params: { chat_id, document: 'BQAC' } },
      {
        method: 'sendMessage',
        params: {
          chat_id,
          text: 'x'.repeat(1025),
          ...quiet,
          reply_markup: { inline_keyboard: [[{ text: 'Đã nhận', callback_data: 'a' }]] },
        },
      },
    ],
  },
];

describe('renderSend', () => {
  it.each(table)('$label', ({ content, expected }) => {
    expect(renderSend({ to, content })).toEqual(expected);
  });

  it('answers a message in its topic', () => {
    const [request] = renderSend({ to: { ...to, threadId: '15' }, content: say('rõ'), replyTo: '4300' });
    expect(request?.params).toMatchObject({
      message_thread_id: 15,
      reply_parameters: { message_id: 4300, allow_sending_without_reply: true },
    });
  });

  it.each(['', ' \n\t', '\0'])('never sends nothing: %j', (text) => {
    expect(() => renderSend({ to, content: say(text) })).toThrow(SendError);
  });

  it('refuses an action that Telegram would refuse, as a bug', () => {
    const long = { ...say('x'), buttons: [[{ label: 'x', action: 'ạ'.repeat(22) }]] };
    expect(() => renderSend({ to, content: long })).toThrow(/64 bytes/);
    expect(() => renderSend({ to, content: long })).not.toThrow(SendError);
  });

  it('does not send a file of another channel', () => {
    const content = { ...say('x'), attachment: { ...photo, channel: 'sandbox' } };
    expect(() => renderSend({ to, content })).toThrow(expect.objectContaining({ code: 'foreign-file' }));
  });
});

describe('renderEdit', () => {
  it('edits the text first, the caption first where there is a file', () => {
    const methods = (content: Content) => renderEdit(to, '9', content).map(({ method }) => method);
    expect(methods(say('x'))).toEqual(['editMessageText', 'editMessageCaption']);
    expect(methods({ ...say('x'), attachment: photo })).toEqual(['editMessageCaption', 'editMessageText']);
  });
});

describe('renderText', () => {
  const span = fc.record({
    text: fc.string({ unit: 'binary' }),
    style: fc.constantFrom('bold' as const, 'italic' as const),
  });

  it('marks exactly the words of each span', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const { text, entities } = renderText(spans);
        const kept = spans.map((one) => one.text.replaceAll('\0', '')).filter((words) => words !== '');
        expect(entities.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(kept);
        expect(text).toBe(kept.join(''));
      }),
    );
  });
});
