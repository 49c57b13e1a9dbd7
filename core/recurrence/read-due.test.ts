import { expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { readDues } from './read-due.js';

const place = { zone: 'Asia/Ho_Chi_Minh', calendar: createWorkingCalendar() };
const fridays = ['2026-11-27', '2026-12-04', '2026-12-31'].map((day) => new Date(`${day}T10:00:00+07:00`));
const local = (words: string) => {
  const { dues, reason } = readDues(words, fridays, place);
  return dues?.map((due) => new Date(due.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)) ?? reason;
};

test.each([
  ['16h cùng ngày', ['2026-11-27T16:00', '2026-12-04T16:00', '2026-12-31T16:00']],
  ['16h cung ngay', ['2026-11-27T16:00', '2026-12-04T16:00', '2026-12-31T16:00']],
  ['16:00 same day', ['2026-11-27T16:00', '2026-12-04T16:00', '2026-12-31T16:00']],
  ['sau 2 ngày làm việc', ['2026-12-01T17:00', '2026-12-08T17:00', '2027-01-05T17:00']],
  ['2 tiếng nữa', ['2026-11-27T12:00', '2026-12-04T12:00', '2026-12-31T12:00']],
  ['9h cùng ngày', 'past'],
  ['30/11/2026', 'fixed'],
  ['17:00 15/1/2027', 'fixed'],
  ['khi nào xong', 'unreadable'],
])('a deadline of %s from each opening is %j', (words, expected) => {
  expect(local(words)).toEqual(expected);
});
