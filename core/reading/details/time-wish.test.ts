import { describe, expect, test } from 'vitest';
import { readReply } from '../read-reply.js';
import { readTimeWish, wishedDue } from './time-wish.js';

const longer = (count: number, unit: string) => ({ type: 'longer', count, unit });
const several = { type: 'several' };
const until = (words: string) => ({ type: 'until', words });

test.each([
  ['cho em thêm 2 ngày', longer(2, 'day')],
  ['cho em them hai ngay a', longer(2, 'day')],
  ['xin gia hạn thêm 1 tuần ạ', longer(1, 'week')],
  ['xin thêm 3 ngày làm việc', longer(3, 'workingDay')],
  ['cho đơn vị thêm 2 tiếng nữa', longer(2, 'hour')],
  ['xin thêm 1 ngày nữa', longer(1, 'day')],
  ['mưa lớn, cho em thêm 2 hôm nữa nhé', longer(2, 'day')],
  ['thêm 2 ngày', longer(2, 'day')],
  ['gia hạn 1 tuần', longer(1, 'week')],
  ['lùi 2 hôm', longer(2, 'day')],
  ['extend by 2 days', longer(2, 'day')],
  ['2 more days', longer(2, 'day')],
  ['xin đến 5/12 hoặc 7/12', several],
  ['xin gia hạn đến 5/12, 7/12 ạ', several],
  ['xin gia hạn đến 5/12, chậm nhất 7/12', several],
  ['mưa lớn, xin gia hạn 2 ngày, không thì 1 ngày', several],
  ['xin 2 ngày hoặc 3 ngày', several],
  ['xin thêm 2-3 ngày', several],
  ['xin thêm 2 hay 3 ngày ạ', several],
  ['the road is flooded, please give us 2 or 3 more days', several],
  ['please extend to 5 December or 7 December', several],
  ['xin lùi từ 30/11 sang 3/12', until('3/12')],
  ['mưa lớn, xin lùi từ 30/11 đến 3/12', until('3/12')],
  ['extend from 30/11 to 3/12', until('3/12')],
  ['xin gia hạn đến thứ 6, 4/12', until('thứ 6, 4/12')],
  ['em xin nộp vào thứ 2', until('thứ 2')],
  ['xin gia hạn đến 17h', until('đến 17h')],
  ['xin đến 17 giờ ạ', until('đến 17 giờ')],
  ['xin thêm 2h', longer(2, 'hour')],
  ['extend to 17h', until('to 17h')],
  ['xin nộp ngày 5', until('ngày 5')],
  ['không kịp xin gia hạn 2 ngày', longer(2, 'day')],
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

test.each([
  'mai xong ạ',
  'khỏi gia hạn',
  'khoi gia han',
  'thôi khỏi xin thêm 2 ngày',
  'đừng gia hạn nữa',
  'không cần gia hạn',
  'không xin thêm giờ nữa',
  'no need to extend',
  'no need for an extension',
])('%s asks for no time', (text) => {
  expect(readReply(text)).toMatchObject({ moreTime: null, timeWish: null });
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
    // Today's would be before the deadline.
    ['thứ 4', '2026-12-02T10:00:00Z'],
    ['chiều thứ 6', '2026-12-04T10:00:00Z'],
    ['thứ 5 này', null],
    ['thứ 2', '2026-11-30T10:00:00Z'],
    ['ngày 26', null],
    ['5/1', '2027-01-05T10:00:00Z'],
    ['20/11', null],
    ['20/11/2027', '2027-11-20T10:00:00Z'],
    ['8 tháng', '2027-07-27T10:00:00Z'],
    ['thứ 4 tuần sau', '2026-12-02T10:00:00Z'],
  ])('%s', (words, due) => {
    expect(wished(words).due).toEqual(due === null ? null : new Date(due));
  });

  test('counted from the deadline is no more than a guess', () => {
    expect(wished('thứ 4')).toMatchObject({ isGuessed: true });
    expect(wished('thứ 2')).not.toHaveProperty('isGuessed');
  });

  test('is asked back where its year may be a slip', () => {
    const named = new Date('2027-11-20T10:00:00Z');
    expect(wished('20/11')).toEqual({ due: null, reason: 'far', named });
    expect(wished('20/11', new Date('2027-10-01T10:00:00Z'))).toMatchObject({ due: named });
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
