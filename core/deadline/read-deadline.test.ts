import { expect, test } from 'vitest';
import { describeDue, readDeadlineExamples } from '../../test/harness/deadline-examples.js';
import { createWorkingCalendar, officeHours } from '../calendar/working-calendar.js';
import { readDeadline } from './read-deadline.js';

const examples = readDeadlineExamples();

test.each(examples)('$text → $due ($at)', ({ text, due, ...at }) => {
  expect(describeDue(text, at)).toBe(due);
});

test('no text stands in the tables twice', () => {
  const seen = examples.map(({ text, now }) => `${text} ${now}`);
  expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([]);
});

test('the end of work is the one of the calendar', () => {
  const calendar = createWorkingCalendar({ hours: { ...officeHours, until: '16:30' } });
  const at = { now: new Date('2026-11-24T10:00:00+07:00'), zone: 'Asia/Ho_Chi_Minh', calendar };
  expect(readDeadline('thứ 6', at).due).toEqual(new Date('2026-11-27T16:30:00+07:00'));
});

// Without its marks `moi` is `each` or `new`.
test('the southern `mơi` is tomorrow', () => {
  const at = { now: '2026-11-24T10:00+07:00', zone: 'Asia/Ho_Chi_Minh' };
  expect(describeDue('sáng mơi 9g nha', at)).toBe('2026-11-25 09:00');
});

// Without its mark `kia` is the day before.
test('`ngày kìa` is three days from now', () => {
  const at = { now: '2026-11-24T10:00+07:00', zone: 'Asia/Ho_Chi_Minh' };
  expect(describeDue('ngày kìa', at)).toBe('2026-11-27 17:00');
});
