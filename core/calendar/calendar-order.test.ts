import { describe, expect, test } from 'vitest';
import { readCalendarOrder } from './calendar-order.js';
import { readHours } from './read-hours.js';

const at = {
  now: new Date('2026-11-24T10:00:00+07:00'),
  zone: 'Asia/Ho_Chi_Minh',
  isUnit: (word: string) => /^(?:XA\d\d|HUYEN)$/i.test(word),
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
    ['hours 7:00-16:30', { problem: 'form', value: '' }],
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

test.each([
  ['07:00-16:30', '07:00', '16:30', 5],
  ['8h – 17h', '08:00', '17:00', 5],
  ['7h30-11h30 thứ 7', '07:30', '11:30', 1],
  ['8:00-17:00 mon-sat', '08:00', '17:00', 6],
  ['8:00 to 17:00 T2, T4, CN', '08:00', '17:00', 3],
])('%s are hours', (text, from, until, days) => {
  expect(readHours(text)).toMatchObject({ from, until });
  expect(readHours(text)?.days).toHaveLength(days);
});

test.each(['17:00-8:00', '25:00-26:00', '8:70-9:00', '8', ''])('%s are none', (text) => {
  expect(readHours(text)).toBeNull();
});
