import { describe, expect, test } from 'vitest';
import { texts } from '../locales/texts.js';
import { buildDirective, type DirectiveText, type GroupFacts } from './directive-message.js';
import { plainText } from './message.js';

const directive: DirectiveText = {
  number: 12,
  kind: 'task',
  urgent: false,
  title: 'Sửa đường liên xã',
  body: 'Đoạn km 3 <b>sạt lở</b> *nặng*.',
  answer: null,
  dueAt: new Date('2026-11-30T10:00:00Z'),
  attachments: [],
  version: 1,
};
const group: GroupFacts = {
  assignmentId: 7,
  zone: 'Asia/Ho_Chi_Minh',
  orgName: 'UBND huyện',
  ways: { buttons: true, replyTo: true, hearsAll: false, mention: '' },
};
const text = (more: Partial<DirectiveText> = {}, at: Partial<GroupFacts> = {}, t = texts.vi) =>
  plainText(buildDirective(t, { ...directive, ...more }, { ...group, ...at }).text);
const last = (...args: Parameters<typeof text>) =>
  text(...args)
    .split('\n')
    .at(-1);

describe('the message to a group', () => {
  test('says what, until when, from whom, and how to answer', () => {
    expect(text()).toBe(
      [
        '#12 · Việc cần làm',
        'Sửa đường liên xã',
        '',
        'Đoạn km 3 <b>sạt lở</b> *nặng*.',
        '',
        'Hạn: 17:00 thứ Hai 30/11/2026',
        'Nơi gửi: UBND huyện',
        'Cách trả lời: bấm nút bên dưới, trả lời (reply) tin này hoặc gõ /baocao 12 đã làm 70%.',
      ].join('\n'),
    );
    expect(text({}, {}, texts.en)).toContain('Due: 17:00 on Monday 30 November 2026\nFrom: UBND huyện');
  });

  test('keeps what people wrote as words without style', () => {
    const spans = buildDirective(texts.vi, directive, group).text;
    expect(spans.find((span) => span.text.includes('<b>'))).toEqual({ text: directive.body });
  });

  test.each([
    ['marks what is urgent', { urgent: true }, {}, 'KHẨN · #12 · Việc cần làm'],
    ['marks an amendment', { version: 3 }, {}, '#12 · Việc cần làm · Sửa lần 2'],
    ['marks a second copy', {}, { isAgain: true }, '#12 · Việc cần làm · (gửi lại)'],
  ])('%s', (_, more, at, head) => {
    expect(text(more, at).split('\n')[0]).toBe(head);
  });

  test.each([
    [
      'all ways where the bot hears all',
      {},
      { ways: { buttons: true, replyTo: true, hearsAll: true, mention: '' } },
      'Cách trả lời: bấm nút bên dưới, trả lời (reply) tin này, gõ #12 đã làm 70% hoặc gõ /baocao 12 đã làm 70%.',
    ],
    [
      'no button and no reply where there are none',
      {},
      { ways: { buttons: false, replyTo: false, hearsAll: false, mention: '' } },
      'Cách trả lời: gõ /baocao 12 đã làm 70%.',
    ],
    [
      'the name that must stand before what is typed',
      {},
      { ways: { buttons: false, replyTo: true, hearsAll: false, mention: '@Bot Giao ban' } },
      'Trả lời tin này, hoặc gõ: @Bot Giao ban #12 đã làm 70%',
    ],
    [
      'no button where an answer is typed',
      { kind: 'collect' as const, answer: { type: 'ratio' as const, total: 20 } },
      {},
      'Cách trả lời: trả lời (reply) tin này hoặc gõ /baocao 12 12/20.',
    ],
    ['nothing under a notice', { kind: 'notice' as const }, {}, 'Nơi gửi: UBND huyện'],
    ['nothing once it is closed', {}, { ended: 'closed' as const }, 'Đã kết thúc, không cần trả lời nữa.'],
  ])('names %s', (_, more, at, line) => {
    expect(last(more, at)).toBe(line);
  });

  test.each([
    ['task', ['Đã nhận', 'Đang làm', 'Vướng', 'Xong']],
    ['acknowledge', ['Đã nhận']],
    ['collect', []],
    ['notice', []],
  ] as const)('has the buttons of a %s', (kind, labels) => {
    const { buttons = [] } = buildDirective(texts.vi, { ...directive, kind }, group);
    expect(buttons.flat().map(({ label }) => label)).toEqual(labels);
  });

  test('carries the assignment in its buttons, and none when nobody can answer', () => {
    const [first] = buildDirective(texts.vi, directive, group).buttons!.flat();
    expect(first).toEqual({ label: 'Đã nhận', action: 'answer:7:acknowledged' });
    expect(buildDirective(texts.vi, directive, { ...group, ended: 'cancelled' }).buttons).toBeUndefined();
    expect(buildDirective(texts.vi, directive, { ...group, assignmentId: null }).buttons).toBeUndefined();
  });

  test('says a collected figure with its bounds', () => {
    const answer = { type: 'number', unit: 'lớp', min: 0, max: 50 } as const;
    expect(text({ kind: 'collect', answer })).toContain('Cần báo: một con số (lớp), từ 0 đến 50');
    const money = { type: 'number', min: 12.5, max: 5_000_000 } as const;
    expect(text({ kind: 'collect', answer: money })).toContain('một con số, từ 12,5 đến 5.000.000');
  });
});
