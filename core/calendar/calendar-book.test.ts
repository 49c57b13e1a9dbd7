import { describe, expect, test } from 'vitest';
import { calendarKey, calendarOf, type CalendarBook } from './calendar-book.js';
import { officeHours } from './working-calendar.js';

const [district, commune, school, other] = [1, 2, 3, 4];
const book: CalendarBook = {
  units: [
    { id: district, parentId: null },
    { id: commune, parentId: district },
    { id: school, parentId: commune },
    { id: other, parentId: district },
  ],
  hours: officeHours,
  unitHours: [{ unitId: commune, days: [1, 2, 3, 4, 5, 6], from: '07:00', until: '16:30' }],
  days: [
    { unitId: null, day: '2026-11-26', isWorked: false, note: '' },
    { unitId: commune, day: '2026-11-26', isWorked: true, note: '' },
    { unitId: school, day: '2026-11-27', isWorked: false, note: '' },
    { unitId: null, day: '2026-11-29', isWorked: true, note: '' },
  ],
  leaves: [{ id: 1, unitId: commune, firstDay: '2026-12-01', lastDay: '2026-12-05', note: '' }],
};
const works = (unitId: number | null, day: string) => calendarOf(book, unitId).isWorkingDay(day);

describe('the calendar of a unit', () => {
  test.each<[string, number | null, string, boolean]>([
    ['a day off of the organisation', null, '2026-11-26', false],
    ['a day off that a branch works', commune, '2026-11-26', true],
    ['and all below it', school, '2026-11-26', true],
    ['but not beside it', other, '2026-11-26', false],
    ['a day off of one unit', school, '2026-11-27', false],
    ['which the unit above works', commune, '2026-11-27', true],
    ['a swap Sunday of the organisation', school, '2026-11-29', true],
    ['Saturday where it is worked', school, '2026-11-28', true],
    ['Saturday elsewhere', null, '2026-11-28', false],
    ['a unit that is not known', 99, '2026-11-27', true],
  ])('%s', (_label, unitId, day, expected) => {
    expect(works(unitId, day)).toBe(expected);
  });

  test('has the hours set nearest', () => {
    expect([school, other, null].map((id) => calendarOf(book, id).workUntil)).toEqual([
      '16:30',
      '17:00',
      '17:00',
    ]);
  });
});

test('a leave holds for the unit and all below it, both days included', () => {
  const on = (unitId: number, day: string) => calendarOf(book, unitId).isLeave(day);
  expect(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'].map((day) => on(school, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(on(district, '2026-12-02')).toBe(false);
});

test('units with the same calendar have the same key', () => {
  expect([district, other, commune, school].map((id) => calendarKey(book, id))).toEqual(['', '', '2', '3 2']);
});
