import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { DEADLINE_EXAMPLES } from './examples.js';
import { MORE_DEADLINE_EXAMPLES } from './examples-more.js';
import { readDeadline } from './read-deadline.js';

const zone = 'Asia/Ho_Chi_Minh';
const read = (text: string, now: string, more: { zone?: string; endOfWork?: string } = {}): string => {
  const { due, reason } = readDeadline(text, { now: new Date(now), zone, ...more });
  return reason ?? DateTime.fromJSDate(due, { zone: more.zone ?? zone }).toFormat('yyyy-MM-dd HH:mm');
};

test.each([...DEADLINE_EXAMPLES, ...MORE_DEADLINE_EXAMPLES])('%s → %s', (text, due) => {
  expect(read(text, '2026-11-24T10:00:00+07:00')).toBe(due);
});

describe('at other times', () => {
  test.each([
    ['thứ 3', '2026-11-24T17:30:00+07:00', '2026-12-01 17:00'],
    ['24/11', '2026-11-24T17:30:00+07:00', 'past'],
    ['hôm nay', '2026-11-24T17:30:00+07:00', 'past'],
    ['cuối tuần', '2026-11-28T08:00:00+07:00', 'past'],
    ['3 ngày làm việc', '2026-02-13T10:00:00+07:00', '2026-02-25 17:00'],
    ['cuối tuần', '2026-04-28T10:00:00+07:00', '2026-04-29 17:00'],
    ['cuối tháng', '2026-02-03T10:00:00+07:00', '2026-02-28 17:00'],
    ['cuối năm', '2027-01-04T10:00:00+07:00', '2027-12-31 17:00'],
  ])('%s on %s → %s', (text, now, due) => {
    expect(read(text, now)).toBe(due);
  });

  test('the end of work is a setting', () => {
    expect(read('thứ 6', '2026-11-24T10:00:00+07:00', { endOfWork: '16:30' })).toBe('2026-11-27 16:30');
  });

  test('a day of a clock change keeps its local time', () => {
    expect(read('17h 29/3', '2027-03-27T10:00:00Z', { zone: 'Europe/Berlin' })).toBe('2027-03-29 17:00');
  });
});
