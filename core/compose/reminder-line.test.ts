import { describe, expect, test } from 'vitest';
import { reminderTemplates } from '../reminders/reminder-steps.js';
import { readReminderLine, takeReminderWords } from './reminder-line.js';
import { parseRequest } from './request.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = (beforeMs: number[], eachMorning = false) => ({
  steps: { name: null, beforeMs, eachMorning, atDue: true },
});

describe('the line that says when to remind', () => {
  test.each([
    ['nhắc 3d, 1d, 2h, 30m, mỗi sáng', steps([3 * day, day, 2 * hour, 30 * minute], true)],
    ['Nhắc: 3 ngày, 1 ngày, 2 giờ', steps([3 * day, day, 2 * hour])],
    ['nhac 2 gio 30 phut', steps([2 * hour, 30 * minute])],
    ['nhắc trước 1 ngày và 2 giờ', steps([day, 2 * hour])],
    ['nhắc 1 ngày trước hạn', steps([day])],
    ['nhắc trước 3 tiếng', steps([3 * hour])],
    ['nhắc mỗi sáng', steps([], true)],
    ['remind 2 days, 4 hours and 15 minutes', steps([2 * day, 4 * hour, 15 * minute])],
    ['remind every morning, 1h before the deadline', steps([hour], true)],
    ['nhắc nhẹ', { steps: reminderTemplates.gentle }],
    ['nhắc gấp', { steps: reminderTemplates.urgent }],
    ['remind standard', { steps: reminderTemplates.standard }],
    ['nhắc 3d, 1x', { wrong: '1x' }],
    ['nhắc 1d, 90 ngày', { wrong: '90 ngày' }],
    ['nhắc 2h, gấp', { wrong: '2h, gấp' }],
    ['Nhắc lại việc kiểm kê kho', null],
    ['Nhắc nhở, chấn chỉnh công tác trực', null],
    ['nhắc', null],
    ['Nhắc 2 xã nộp báo cáo', null],
    ['remind', null],
    ['kiểm kê 3d', null],
  ])('%s', (line, expected) => expect(readReminderLine(line)).toEqual(expected));

  test.each([
    ['all hạn 17h mai nhắc 1d, 2h', 'all hạn 17h mai', steps([day, 2 * hour])],
    ['all hạn 17h mai nhắc 2h khẩn', 'all hạn 17h mai khẩn', steps([2 * hour])],
    ['all hạn 17h mai, nhắc khẩn', 'all hạn 17h mai', { steps: reminderTemplates.urgent }],
    ['all hạn 17h mai', 'all hạn 17h mai', null],
    ['XA01 nhắc nhở', 'XA01 nhắc nhở', null],
  ])('at the end of the first line: %s', (line, rest, reading) =>
    expect(takeReminderWords(line)).toEqual({ rest, reading }),
  );

  test('stands below the first line or at the end, beside what is asked', () => {
    const spec = { type: 'ratio' as const };
    const parts = { targets: 'all', title: 'Sĩ số', body: 'Báo trước giờ học.', answer: spec };
    const expected = { ...parts, reminders: steps([2 * hour]) };
    for (const text of [
      'all\nnhắc 2h\nhỏi tỷ lệ\nSĩ số\nBáo trước giờ học.',
      'all\nhỏi tỷ lệ\nnhắc 2h\nSĩ số\nBáo trước giờ học.',
      'all\nSĩ số\nBáo trước giờ học.\nhỏi tỷ lệ\nnhắc 2h',
      'all nhắc 2h\nSĩ số\nBáo trước giờ học.\nhỏi tỷ lệ',
    ])
      expect(parseRequest(text, true)).toMatchObject(expected);
  });
  test('alone below the first line is the title', () => {
    expect(parseRequest('all\nnhắc 2h', false)).toMatchObject({ title: 'nhắc 2h', reminders: null });
  });
});
