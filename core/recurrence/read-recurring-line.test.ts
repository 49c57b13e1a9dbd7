import { expect, test } from 'vitest';
import { readDeadlineExamples } from '../../test/harness/deadline-examples.js';
import { readRecurringLine } from './read-recurring-line.js';

const at = { morning: '08:00' };

test.each([
  ['thứ 6 hằng tuần 10h #truonghoc hạn 16h cùng ngày', 'week 5 10:00', '#truonghoc hạn 16h cùng ngày'],
  ['#truonghoc 10h thứ 6 hàng tuần hạn 16h cùng ngày', 'week 5 10:00', '#truonghoc hạn 16h cùng ngày'],
  ['every Friday 10:00 all due 16:00 same day', 'week 5 10:00', 'all due 16:00 same day'],
  ['ngày 5 hằng tháng XA01 XA02 khẩn', 'month 5 08:00', 'XA01 XA02 khẩn'],
  ['sáng thứ 2 hằng tuần LA', 'week 1 08:00', 'LA'],
  ['LA chiều thứ 2 hằng tuần', 'week 1 13:30', 'LA'],
  ['cuối tháng hằng tháng all', 'month last 08:00', 'all'],
  ['ngày làm việc cuối cùng hằng tháng 9h all', 'month lastWorking 09:00', 'all'],
  ['ngày làm việc cuối tháng hằng tháng 9h all', 'month lastWorking 09:00', 'all'],
  ['last working day of every month 9am all', 'month lastWorking 09:00', 'all'],
  ['ngày 5 tháng đầu hằng quý 9h all', 'quarter 1 5 09:00', 'all'],
  ['ngày cuối hằng quý 9h all', 'quarter 3 last 09:00', 'all'],
  [
    'thứ 2 đến thứ 6 hằng tuần 8h các trường học hạn 9h cùng ngày',
    'week 1,2,3,4,5 08:00',
    'các trường học hạn 9h cùng ngày',
  ],
  ['hằng ngày trừ chủ nhật 7h các xã hạn 8h cùng ngày', 'week 1,2,3,4,5,6 07:00', 'các xã hạn 8h cùng ngày'],
  ['các xã thứ 6 hằng tuần 10h', 'week 5 10:00', 'các xã'],
  ['tất cả các đơn vị ngày 5 hằng tháng', 'month 5 08:00', 'tất cả các đơn vị'],
  ['các ngày làm việc trong tuần 7h các xã', 'workingDay 07:00', 'các xã'],
  ['hằng ngày làm việc 7h30 all hạn 9h cùng ngày', 'workingDay 07:30', 'all hạn 9h cùng ngày'],
])('of %s the rhythm is %s', (line, rhythm, rest) => {
  const read = readRecurringLine(line, at);
  const { every, time, ...days } = read.rhythm ?? { every: read.reason, time: '' };
  const named = Object.entries(days).flatMap(([key, value]) => (key === 'interval' ? [] : [String(value)]));
  expect([[every, ...named, time].join(' '), read.rest]).toEqual([rhythm, rest]);
});

test('takes the kind and what to do on days off out of the line', () => {
  expect(
    readRecurringLine('số liệu thứ 6 hằng tuần 10h all bỏ ngày nghỉ nghỉ Tết hạn 16h cùng ngày', at),
  ).toMatchObject({
    kind: 'collect',
    onDayOff: 'skip',
    pausesOverTet: true,
    words: 'thứ 6 hằng tuần 10h',
    rest: 'all hạn 16h cùng ngày',
  });
});

test.each(['all hạn 16h', 'thứ 6 all', 'hằng tháng all'])('finds no rhythm in %s', (line) => {
  expect(readRecurringLine(line, at).rhythm).toBeNull();
});

// What `/assign` refuses since it comes again, its answer shows in this form.
const recurring = readDeadlineExamples().filter(
  ({ due, at: row }) =>
    /^(?:\d+ )?(?:day|week|month|quarter|year|workingDay) /.test(due) && !row.startsWith('recurring-around'),
);
test.each(recurring.map(({ text }) => text))('%s before the recipients is a rhythm', (text) => {
  const { rhythm, rest } = readRecurringLine(`${text} all`, at);
  expect(rhythm).not.toBeNull();
  expect(rest).toBe('all');
});
