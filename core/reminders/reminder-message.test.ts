import { describe, expect, test } from 'vitest';
import { texts, type Locale } from '../../locales/texts.js';
import { plainText } from '../message.js';
import { buildReminder, sayTimeLeft, type ReminderItem } from './reminder-message.js';

const dueAt = new Date('2026-11-30T17:00:00+07:00');
const item: ReminderItem = {
  assignmentId: 5,
  number: 12,
  kind: 'collect',
  urgent: true,
  title: 'Báo cáo sĩ số học sinh',
  body: 'Tính đến ngày 25/11.',
  answer: { type: 'number', unit: 'học sinh' },
  dueAt,
  attachments: [],
  version: 1,
};
const write = (locale: Locale, items: ReminderItem[]) =>
  plainText(
    buildReminder(texts[locale], items, {
      zone: 'Asia/Ho_Chi_Minh',
      now: new Date('2026-11-30T15:00:20+07:00'),
      isNaming: true,
      orgName: 'UBND huyện Mẫu Sơn',
      ways: { buttons: true, replyTo: true, hearsAll: true, mention: '' },
    }).text,
  );

describe('a reminder in words', () => {
  test('of one item says what is asked, until when and how to answer', () => {
    expect(write('vi', [item])).toBe(
      [
        'KHẨN · #12 · Nhắc phản hồi',
        'Báo cáo sĩ số học sinh',
        'Cần báo: một con số (học sinh)',
        'Hạn: 17:00 thứ Hai 30/11/2026 (còn 2 giờ)',
        'Cách trả lời: trả lời (reply) tin này, gõ #12 25 hoặc gõ /baocao 12 25.',
      ].join('\n'),
    );
  });
  test('of several lists them, the most urgent first', () => {
    const other = {
      ...item,
      assignmentId: 6,
      number: 15,
      urgent: false,
      answer: null,
      kind: 'task' as const,
    };
    const late = { ...other, title: 'Kiểm kê tài sản', dueAt: new Date('2026-11-28T09:00:00+07:00') };
    expect(write('en', [item, late])).toBe(
      [
        '2 items still need your answer:',
        '',
        '#15 Kiểm kê tài sản',
        'Due: 09:00 on Saturday 28 November 2026 (2 days late)',
        '',
        'URGENT · #12 Báo cáo sĩ số học sinh',
        'Due: 17:00 on Monday 30 November 2026 (2 hours left)',
        '',
        'Answer each one by its number, for example type: #15 70% done',
        'Type /tasks to see what is open.',
      ].join('\n'),
    );
  });
  test.each([
    [-24 * 60, 'còn 1 ngày'],
    [-2 * 60, 'còn 2 giờ'],
    [-90, 'còn 90 phút'],
    [-0.5, 'còn 1 phút'],
    [0, 'đã đến hạn'],
    [9, 'đã đến hạn'],
    [15, 'quá hạn 15 phút'],
    [15 * 60, 'quá hạn 15 giờ'],
    [47 * 60, 'quá hạn 1 ngày'],
  ])('%d minutes from the deadline: %s', (minutes, words) => {
    expect(sayTimeLeft(texts.vi, dueAt, new Date(dueAt.getTime() + minutes * 60_000))).toBe(words);
  });
});
