import { expect, test } from 'vitest';
import { readHours } from './read-hours.js';

test.each([
  ['07:00-16:30', '07:00', '16:30', 5],
  ['8h – 17h', '08:00', '17:00', 5],
  ['7h30-11h30 thứ 7', '07:30', '11:30', 1],
  ['8:00-17:00 mon-sat', '08:00', '17:00', 6],
  ['8:00 to 17:00 T2, T4, CN', '08:00', '17:00', 3],
  ['7h-17h T7-T2', '07:00', '17:00', 3],
  ['7h-17h thứ hai đến thứ sáu', '07:00', '17:00', 5],
  ['từ 7h đến 17h từ thứ 2 đến thứ 7', '07:00', '17:00', 6],
  ['7h-17h cả tuần', '07:00', '17:00', 7],
  ['7h-17h hằng ngày', '07:00', '17:00', 7],
  ['8:00-17:00 every day', '08:00', '17:00', 7],
  ['sáng 7h-11h chiều 13h-17h', '07:00', '17:00', 5],
])('%s are hours', (text, from, until, days) => {
  expect(readHours(text)).toMatchObject({ from, until });
  expect(readHours(text)?.days).toHaveLength(days);
});

test.each([
  ...['17:00-8:00', '25:00-26:00', '8:70-9:00', '8', ''],
  '7h-17h T2 đến T6 trừ T4',
  'T2-T6 7h-11h, T7 13h-17h',
  '7h30-17h T2-T6, T7 7h-11h',
  '13h-17h, 7h-11h',
  '7h-17h nghỉ trưa',
])('%s are none', (text) => {
  expect(readHours(text)).toBeNull();
});
