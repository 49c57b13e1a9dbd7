import { describe, expect, test } from 'vitest';
import { readCalendarOrder } from './calendar-order.js';
import { nameUnits } from './order/units.js';

const at = {
  now: new Date('2026-11-24T10:00:00+07:00'),
  zone: 'Asia/Ho_Chi_Minh',
  isUnit: (word: string) => /^(?:XA0\d|HUYEN)$/i.test(word),
  names: nameUnits([
    { code: 'XA02', name: 'Xã An Phú' },
    { code: 'TH01', name: 'Trường Tiểu học Mai Lâm' },
    { code: 'XA03', name: 'Xã Trùng' },
    { code: 'XA04', name: 'Xã Trùng' },
  ]),
};
const day = (firstDay: string, lastDay = firstDay, note = '') => ({ firstDay, lastDay, note });

describe('an order for the calendar', () => {
  test.each<[string, unknown]>([
    ['', { verb: 'show', unit: null }],
    ['XA01', { verb: 'show', unit: 'XA01' }],
    ['XA99x', { problem: 'unit', value: 'XA99x' }],
    ['nghỉ 28/11', { verb: 'off', unit: null, ...day('2026-11-28') }],
    ['off 2026-11-28', { verb: 'off', unit: null, ...day('2026-11-28') }],
    ['nghi 24/11', { verb: 'off', unit: null, ...day('2026-11-24') }],
    ['nghỉ 1/1', { verb: 'off', unit: null, ...day('2027-01-01') }],
    [
      'nghỉ XA01 30/11 đến 2/12 sửa trụ sở',
      { verb: 'off', unit: 'XA01', ...day('2026-11-30', '2026-12-02', 'sửa trụ sở') },
    ],
    ['nghỉ 30/11-2/12 XA01', { verb: 'off', unit: 'XA01', ...day('2026-11-30', '2026-12-02') }],
    ['làm bù 28/11', { verb: 'work', unit: null, ...day('2026-11-28') }],
    ['work XA01 28/11', { verb: 'work', unit: 'XA01', ...day('2026-11-28') }],
    ['bỏ 28/11', { verb: 'clear', unit: null, ...day('2026-11-28') }],
    [
      'giờ XA01 7h-16h30 T2-T7',
      { verb: 'hours', unit: 'XA01', hours: { days: [1, 2, 3, 4, 5, 6], from: '07:00', until: '16:30' } },
    ],
    ['giờ XA01 bỏ', { verb: 'hours', unit: 'XA01', hours: null }],
    ['giờ XA01 sáng', { problem: 'hours', value: 'sáng' }],
    ['hours 7:00-16:30', { problem: 'whole', value: '' }],
    ['nghỉ phép XA01 1/12 đến 5/12', { verb: 'leave', unit: 'XA01', ...day('2026-12-01', '2026-12-05') }],
    ['miễn XA01 bỏ', { verb: 'return', unit: 'XA01' }],
    ['miễn 1/12', { problem: 'form', value: '' }],
    ['nghỉ', { problem: 'form', value: '' }],
    ['nghỉ mai', { verb: 'off', unit: null, ...day('2026-11-25') }],
    ['nghi thu 6 mat dien', { verb: 'off', unit: null, ...day('2026-11-27', '2026-11-27', 'mat dien') }],
    ['nghỉ XA01 ngày 28 tháng 11', { verb: 'off', unit: 'XA01', ...day('2026-11-28') }],
    ['nghỉ hôm nay', { verb: 'off', unit: null, ...day('2026-11-24') }],
    ['làm bù chủ nhật tuần này', { verb: 'work', unit: null, ...day('2026-11-29') }],
    ['work next saturday', { verb: 'work', unit: null, ...day('2026-12-05') }],
    ['bỏ thứ bảy', { verb: 'clear', unit: null, ...day('2026-11-28') }],
    ['miễn XA01 từ mai đến hết thứ 6', { verb: 'leave', unit: 'XA01', ...day('2026-11-25', '2026-11-27') }],
    // The Tuesday behind the Wednesday, not this one.
    ['miễn XA01 thứ 4 đến thứ 3', { verb: 'leave', unit: 'XA01', ...day('2026-11-25', '2026-12-01') }],
    [
      'miễn XA01 từ mai đến hết tuần sau',
      { verb: 'leave', unit: 'XA01', ...day('2026-11-25', '2026-12-06') },
    ],
    [
      'mien XA01 tu thu 5 den cuoi thang',
      { verb: 'leave', unit: 'XA01', ...day('2026-11-26', '2026-11-30') },
    ],
    ['miễn XA01 tuần sau', { verb: 'leave', unit: 'XA01', ...day('2026-11-30', '2026-12-06') }],
    ['miễn XA01 cả tuần này', { verb: 'leave', unit: 'XA01', ...day('2026-11-24', '2026-11-29') }],
    ['leave XA01 next week', { verb: 'leave', unit: 'XA01', ...day('2026-11-30', '2026-12-06') }],
    [
      'leave XA01 tomorrow until next month',
      { verb: 'leave', unit: 'XA01', ...day('2026-11-25', '2026-12-31') },
    ],
    ['nghỉ tháng sau', { verb: 'off', unit: null, ...day('2026-12-01', '2026-12-31') }],
    ['miễn XA01 từ mai đến khi xong Tết', { problem: 'date', value: 'khi xong Tết' }],
    ['miễn XA01 1/12 đến Tết', { problem: 'date', value: 'Tết' }],
    ['miễn XA01 hết', { verb: 'return', unit: 'XA01' }],
    ['nghỉ 28/11 họp thứ 6', { verb: 'off', unit: null, ...day('2026-11-28', '2026-11-28', 'họp thứ 6') }],
    ['30/4', { problem: 'form', value: '30/4' }],
    ['nghỉ 31/2', { problem: 'date', value: '31/2' }],
    ['nghỉ 20/11/2026', { problem: 'past', value: '20/11/2026' }],
    ['nghỉ 5/12 đến 1/12', { problem: 'range', value: '5/12 – 1/12' }],
    ['nghỉ 10/12, 11/12', { problem: 'several', value: '' }],
    ['nghi 10/12 va 12/12 hop', { problem: 'several', value: '' }],
    ['nghỉ 10/12 12/12', { problem: 'several', value: '' }],
    ['làm bù thứ 7 và chủ nhật', { problem: 'several', value: '' }],
    ['off Friday, Saturday', { problem: 'several', value: '' }],
    ['nghỉ 30/11 - 2/12', { verb: 'off', unit: null, ...day('2026-11-30', '2026-12-02') }],
    [
      'nghỉ 28/11 sửa điện, nước',
      { verb: 'off', unit: null, ...day('2026-11-28', '2026-11-28', 'sửa điện, nước') },
    ],
    ['nghỉ XB99 28/11', { problem: 'unit', value: 'XB99' }],
    ['nghỉ 28/11 XB99', { problem: 'unit', value: 'XB99' }],
    ['miễn XB99 mai', { problem: 'unit', value: 'XB99' }],
    ['giờ XB99 7h-16h', { problem: 'unit', value: 'XB99' }],
    [
      'nghỉ 28/11 phun thuốc QL1 cả ngày',
      { verb: 'off', unit: null, ...day('2026-11-28', '2026-11-28', 'phun thuốc QL1 cả ngày') },
    ],
    ['ngày gì đó', { problem: 'form', value: '' }],
  ])('%s', (words, order) => {
    expect(readCalendarOrder(words, at)).toEqual(order);
  });
});

describe('a swap of days', () => {
  const swap = (off: string, work: string, unit: string | null = null, note = '') => ({
    verb: 'swap',
    unit,
    off: { firstDay: off, lastDay: off },
    work: { firstDay: work, lastDay: work },
    note,
  });
  test.each([
    ['nghỉ 27/11 bù 5/12', swap('2026-11-27', '2026-12-05')],
    ['nghỉ 2/1 làm bù 10/1', swap('2027-01-02', '2027-01-10')],
    ['nghi thu 6 lam bu thu 7', swap('2026-11-27', '2026-11-28')],
    ['off Friday, work Saturday', swap('2026-11-27', '2026-11-28')],
    ['nghỉ XA01 27/11, làm bù 5/12 diễn tập', swap('2026-11-27', '2026-12-05', 'XA01', 'diễn tập')],
    ['nghỉ 27/11 và làm bù ngày 5/12', swap('2026-11-27', '2026-12-05')],
    ['làm bù 5/12 nghỉ 27/11', swap('2026-11-27', '2026-12-05')],
    ['làm bù 5/12 cho 27/11', swap('2026-11-27', '2026-12-05')],
    ['làm bù 5/12 thay cho ngày 27/11', swap('2026-11-27', '2026-12-05')],
    ['làm bù thứ bảy tuần sau thay cho thứ sáu tuần này', swap('2026-11-27', '2026-12-05')],
  ])('%s', (words, order) => {
    expect(readCalendarOrder(words, at)).toEqual(order);
  });

  test.each([
    ['hoán đổi 27/11 sang 5/12', 'swap'],
    ['nghỉ bù 28/11 cho 22/11', 'swap'],
    ['nghỉ 28/11 để bù thứ 7', 'swap'],
    // The 20th has passed: next year's is not meant.
    ['làm bù 5/12 cho ngày 20/11', 'swap'],
    ['nghỉ 27/11 bù 27/11', 'swap'],
    ['nghỉ XA01 27/11 bù 5/12 XA02', 'one'],
  ])('%s is none', (words, problem) => {
    expect(readCalendarOrder(words, at)).toMatchObject({ problem });
  });
});

describe('no day is guessed', () => {
  test.each([
    ['nghỉ 27/11 rồi 5/12', 'several'],
    ['nghỉ 27/11 họp 5/12', 'several'],
    ['nghỉ 28/11 - 30/11 - 2/12', 'several'],
    ['nghỉ thứ 6 28/11', 'mismatch'],
    ['nghỉ 28/11 âm lịch', 'date'],
    ['nghỉ 28/11 năm sau', 'date'],
    ['nghỉ 28/11/26', 'date'],
    ['nghỉ tháng 12', 'date'],
    ['nghỉ 5-12 tháng 12', 'date'],
    ['nghỉ thứ 7 tuần sau nữa', 'date'],
    ['làm bù cuối tuần này', 'date'],
    ['nghỉ xã Lạ 28/11', 'front'],
    ['nghỉ 28/11 xã Lạ', 'front'],
    ['nghỉ mất điện 28/11', 'front'],
    ['nghỉ 28/11 họp với XA01', 'front'],
    ['nghỉ trước 28/11', 'front'],
    ['nghỉ xã Trùng 28/11', 'one'],
    ['nghỉ #truonghoc 28/11', 'one'],
    ['nghỉ 28/11 #truonghoc', 'one'],
    ['nghỉ XA01 XA02 28/11', 'one'],
    ['nghỉ XA01, XA02 28/11', 'one'],
    ['nghỉ 28/11 XA01 và XA02', 'one'],
    ['nghỉ XA01+ 28/11', 'one'],
    ['nghỉ -XA01 28/11', 'one'],
    ['nghỉ các xã 28/11', 'one'],
    ['nghỉ toàn bộ 28/11 trừ XA01', 'one'],
    ['nghỉ sáng 28/11', 'half'],
    ['nghỉ tối 28/11', 'half'],
    ['nghỉ chiều thứ 6', 'half'],
    ['nghỉ chiều nay', 'half'],
    ['nghỉ nửa ngày 28/11', 'half'],
    ['nghỉ 28/11 buổi chiều', 'half'],
    ['nghỉ 28/11 từ 13h', 'half'],
    ['nghỉ 28/11 đến 11h', 'half'],
    ['off Friday afternoon', 'half'],
    ['nghỉ thứ 7 hằng tuần', 'repeat'],
    ['nghỉ mỗi thứ 6', 'repeat'],
    ['off every Friday', 'repeat'],
    ['nghỉ các thứ 7', 'repeat'],
    ['nghỉ ngày 5 hàng tháng', 'repeat'],
    ['miễn XA01 từ 1/12', 'open'],
    ['miễn XA01 3 ngày làm việc', 'front'],
    ['miễn XA01 3 ngày nữa', 'front'],
    ['miễn XA01 20/11', 'past'],
    ['miễn XA01 20/11 đến 22/11', 'past'],
    ['miễn XA01 10 ngày kể từ 20/11', 'past'],
    ['bỏ hết', 'form'],
    ['miễn XA01 5/12 đến 1/12', 'range'],
    ['nghỉ 25/11 đến 20/11', 'range'],
    ['giờ XA01 XA02 7h-17h', 'hours'],
    ['giờ #truonghoc 7h-17h', 'one'],
    ['giờ 7h-17h', 'whole'],
  ])('%s', (words, problem) => {
    expect(readCalendarOrder(words, at)).toMatchObject({ problem });
  });

  test.each<[string, string | null, ReturnType<typeof day>]>([
    ['nghỉ xã An Phú 28/11', 'XA02', day('2026-11-28')],
    ['nghi 28/11 cho xa an phu', 'XA02', day('2026-11-28')],
    ['nghỉ trường tiểu học Mai Lâm 28/11', 'TH01', day('2026-11-28')],
    ['nghỉ tất cả các đơn vị 28/11', null, day('2026-11-28')],
    ['off all 28/11', null, day('2026-11-28')],
    ['nghỉ 28/11 họp sáng', null, day('2026-11-28', '2026-11-28', 'họp sáng')],
    ['nghỉ 28/11, sửa điện', null, day('2026-11-28', '2026-11-28', 'sửa điện')],
    ['nghỉ XA01 28/11 họp với XA02', 'XA01', day('2026-11-28', '2026-11-28', 'họp với XA02')],
    ['nghỉ lễ 30/4', null, day('2027-04-30')],
    ['nghỉ thứ sáu ngày 27/11', null, day('2026-11-27')],
    ['nghỉ 28/11 (thứ 7)', null, day('2026-11-28')],
    ['nghỉ đến 5/12', null, day('2026-11-24', '2026-12-05')],
    ['nghỉ tới 30/11', null, day('2026-11-24', '2026-11-30')],
    ['nghi 28/11 toi 30/11', null, day('2026-11-28', '2026-11-30')],
    ['off Monday through Wednesday', null, day('2026-11-30', '2026-12-02')],
    ['nghỉ 28/11–30/11', null, day('2026-11-28', '2026-11-30')],
    ['nghỉ từ 1 đến 5/12', null, day('2026-12-01', '2026-12-05')],
    ['nghỉ 1-5/12 lũ lụt', null, day('2026-12-01', '2026-12-05', 'lũ lụt')],
    ['nghỉ T2 đến T4 tuần sau', null, day('2026-11-30', '2026-12-02')],
    ['nghỉ thứ 2 tuần sau đến thứ 4 tuần sau', null, day('2026-11-30', '2026-12-02')],
    ['nghỉ 3 ngày từ 1/12', null, day('2026-12-01', '2026-12-03')],
  ])('%s is read', (words, unit, days) => {
    expect(readCalendarOrder(words, at)).toEqual({ verb: 'off', unit, ...days });
  });

  test.each([
    ['miễn XA01 đến 5/12', '2026-11-24', '2026-12-05'],
    ['miễn XA01 từ 20/11 đến 5/12', '2026-11-20', '2026-12-05'],
    ['miễn XA01 20/11/2026 đến 5/12/2026', '2026-11-20', '2026-12-05'],
    ['miễn XA01 3 ngày', '2026-11-24', '2026-11-26'],
    ['miễn XA01 từ 1/12 trong 3 ngày', '2026-12-01', '2026-12-03'],
    ['leave XA01 for 1 week from 1/12', '2026-12-01', '2026-12-07'],
  ])('%s is a leave', (words, firstDay, lastDay) => {
    expect(readCalendarOrder(words, at)).toEqual({
      verb: 'leave',
      unit: 'XA01',
      firstDay,
      lastDay,
      note: '',
    });
  });
});

test('a break at noon is told', () => {
  expect(readCalendarOrder('giờ xã An Phú 7h30-11h30, 13h30-17h T2-T6', at)).toEqual({
    verb: 'hours',
    unit: 'XA02',
    hours: { days: [1, 2, 3, 4, 5], from: '07:30', until: '17:00' },
    hasBreak: true,
  });
});
