import { expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { readDeadline } from '../deadline/read-deadline.js';
import { toRelativeDue } from './relative-due.js';

const place = { zone: 'Asia/Ho_Chi_Minh', calendar: createWorkingCalendar() };
const at = (local: string) => new Date(`${local}:00+07:00`);

test.each([
  ['2026-11-24T17:00', '17:00 hôm nay'],
  ['2026-11-30T16:30', '16:30 sau 4 ngày làm việc'],
  ['2026-11-28T17:00', null],
  ['2027-03-30T17:00', null],
])('sent on a Tuesday, due %s is %s', (due, words) => {
  const sentAt = at('2026-11-24T09:00');
  expect(toRelativeDue(sentAt, at(due), place)).toBe(words);
  if (words !== null) expect(readDeadline(words, { now: sentAt, ...place }).due).toEqual(at(due));
});
