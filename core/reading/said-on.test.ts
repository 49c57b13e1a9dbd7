import { expect, test } from 'vitest';
import { readReply } from './read-reply.js';

const status = (text: string, saidOn: string) => readReply(text, '', '', saidOn).status;

test.each([
  ['12/11 xong', '2026-11-13', 'done'],
  // On the day itself it may be done, or be promised for the evening: `hôm nay xong` is asked back, too.
  ['12/11 xong', '2026-11-12', null],
  ['12/11 xong', '2026-11-11', 'in_progress'],
  ['12/11 xong', '', 'in_progress'],
  ['12/11 xong rồi', '2026-11-12', 'done'],
  ['25/11 nộp rồi', '2026-11-26', 'done'],
  ['25/11 nộp rồi', '2026-11-20', 'in_progress'],
  ['xong 20/11 rồi', '2026-11-10', null],
  ['28/12 xong', '2027-01-05', 'done'],
  ['15/1 xong', '2026-12-20', 'in_progress'],
  ['12/11/2026 xong', '2026-11-13', 'done'],
  ['12/11/2026 xong', '2026-11-11', 'in_progress'],
  ['ngày 12 tháng 11 xong', '2026-11-13', 'done'],
  ['ngay 12 thang 11 xong', '2026-11-11', 'in_progress'],
  // Eleven of twelve, or that day.
  ['11/12 xong', '2026-12-20', null],
  ['trước 25/11 xong', '2026-11-30', 'in_progress'],
  ['từ 25/11 tiêm', '2026-11-20', 'in_progress'],
])('%j said on %s is %s', (text, saidOn, expected) => expect(status(text, saidOn)).toBe(expected));

test.each([
  ['ngày 20 xong', '2026-11-21', 'done'],
  ['ngày 20 xong', '2026-11-20', null],
  ['ngày 20 xong', '2026-11-15', 'in_progress'],
  // Two days ago, or in four weeks.
  ['ngày 30 xong', '2026-12-02', null],
  ['ngày 20 xong rồi', '2026-12-05', null],
  ['hôm 20 xong rồi', '2026-11-25', 'done'],
  ['hôm 20 xong rồi', '2026-11-18', null],
  ['hom 20 xong roi', '2026-11-18', null],
  ['mùng 5 xong', '2026-12-07', 'done'],
  ['mùng 5 xong', '2026-12-03', 'in_progress'],
])('the day of a month in %j said on %s: %s', (text, saidOn, expected) =>
  expect(status(text, saidOn)).toBe(expected),
);

// 3 December 2026 is a Thursday.
test.each([
  ['thứ 6 xong', '2026-12-03', 'in_progress'],
  ['thứ 6 xong', '2026-12-05', null],
  ['T6 xong', '2026-12-05', null],
  ['thứ 6 xong rồi', '2026-12-05', 'done'],
  ['thứ 6 tuần sau xong', '2026-12-05', 'in_progress'],
  ['hôm thứ 6 xong', '2026-12-05', 'done'],
])('the weekday in %j said on %s: %s', (text, saidOn, expected) =>
  expect(status(text, saidOn)).toBe(expected),
);

test('a date that names a paper is no time', () =>
  expect(status('báo cáo ngày 20/12 em nộp rồi', '2026-12-03')).toBe('done'));
