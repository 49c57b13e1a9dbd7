import { expect, test } from 'vitest';
import { findOpenNationalDay } from './national-day.js';

test.each<[string, string, string[], string | null]>([
  ['61 days before', '2027-07-03', [], null],
  ['60 days before', '2027-07-04', [], '2027-09-02'],
  ['with the day before set off', '2027-08-01', ['2027-09-01'], null],
  ['with the day after set off', '2027-08-01', ['2027-09-03'], null],
  ['with that of another year set off', '2027-08-01', ['2028-09-01'], '2027-09-02'],
  ['on the day itself', '2027-09-02', [], '2027-09-02'],
  ['when it is over', '2027-09-03', [], null],
  ['in a year already decided', '2026-08-01', [], null],
])('the second National Day is asked for: %s', (_when, today, off, expected) => {
  expect(findOpenNationalDay(today, (day) => off.includes(day))).toBe(expected);
});
