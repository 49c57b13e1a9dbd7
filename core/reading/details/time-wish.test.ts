import { describe, expect, test } from 'vitest';
import { readReply } from '../read-reply.js';
import { readTimeWish, wishedDue } from './time-wish.js';

const longer = (count: number, unit: string) => ({ type: 'longer', count, unit });
const until = (words: string) => ({ type: 'until', words });

test.each([
  ['cho em thêm 2 ngày', longer(2, 'day')],
  ['cho em them hai ngay a', longer(2, 'day')],
  ['xin gia hạn thêm 1 tuần ạ', longer(1, 'week')],
  ['xin thêm 3 ngày làm việc', longer(3, 'workingDay')],
  ['cho đơn vị thêm 2 tiếng nữa', until('2 tiếng nữa')],
  ['xin lùi thời hạn 24 giờ', longer(24, 'hour')],
  ['xin gia hạn đến thứ 4', until('thứ 4')],
  ['xin lùi hạn sang tuần sau', until('tuần sau')],
  ['cho em khất đến 17h ngày 30/11', until('17h ngày 30/11')],
  ['xin thêm thời gian', { type: 'open' }],
  ['cho em thêm vài hôm', { type: 'open' }],
  ['xin thêm nửa ngày', { type: 'open' }],
  ['we need another week', longer(1, 'week')],
  ['please give us two more days', longer(2, 'day')],
  ['we need an extension until Friday', until('Friday')],
])('%s', (text, expected) => {
  const { moreTime, timeWish } = readReply(text);
  expect(timeWish).toEqual(expected);
  expect(readTimeWish(moreTime ?? '?')).toEqual(expected);
});

test('what asks for no time has no wish', () => {
  expect(readReply('mai xong ạ')).toMatchObject({ moreTime: null, timeWish: null });
});

describe('the deadline wished for', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const now = new Date('2026-11-25T02:00:00Z'); // Wednesday 9:00
  const dueAt = new Date('2026-11-27T10:00:00Z'); // Friday 17:00
  const wished = (words: string, due: Date | null = dueAt, at = now) =>
    wishedDue(readTimeWish(words), { dueAt: due, now: at, zone });

  test.each([
    ['2 ngày', '2026-11-29T10:00:00Z'],
    ['2 ngày làm việc', '2026-12-01T10:00:00Z'],
    ['1 tuần', '2026-12-04T10:00:00Z'],
    ['3 tiếng', '2026-11-27T13:00:00Z'],
    ['thứ 4', null],
    ['thứ 4 tuần sau', '2026-12-02T10:00:00Z'],
  ])('%s', (words, due) => {
    expect(wished(words).due).toEqual(due === null ? null : new Date(due));
  });

  test('counts from now when the deadline is over so long that it would still be', () => {
    expect(wished('2 ngày', new Date('2026-11-24T10:00:00Z')).due).toEqual(new Date('2026-11-26T10:00:00Z'));
    expect(wished('2 ngày', new Date('2026-11-20T10:00:00Z')).due).toEqual(new Date('2026-11-27T02:00:00Z'));
    expect(wished('2 ngày', null).due).toEqual(new Date('2026-11-27T02:00:00Z'));
  });

  test('is none when none is named, or one that is no later', () => {
    expect(wished('')).toEqual({ due: null, reason: 'empty' });
    const named = new Date('2026-11-26T10:00:00Z');
    expect(wished('chiều mai')).toEqual({ due: null, reason: 'early', named });
    expect(wished('hôm qua')).toEqual({ due: null, reason: 'past' });
    // The week that begins the next day, said on a Sunday.
    const sunday = new Date('2026-11-22T02:00:00Z');
    expect(wished('thứ 4 tuần sau', dueAt, sunday)).toMatchObject({ reason: 'early' });
  });
});
