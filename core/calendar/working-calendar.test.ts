import { describe, expect, test } from 'vitest';
import { addWorkingDays, createWorkingCalendar } from './working-calendar.js';

const calendar = createWorkingCalendar();

describe('working days in Vietnam', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-02-13', true, 'the Friday before Tết'],
    ['2026-02-16', false, 'the eve of Tết'],
    ['2026-02-17', false, 'Tết'],
    ['2026-02-20', false, 'the fifth day of Tết'],
    ['2026-02-23', true, 'the Monday after Tết'],
    ['2026-04-27', false, 'the Monday for the Hung Kings on a Sunday'],
    ['2026-04-28', true, 'the day after it'],
    ['2026-04-30', false, 'Reunification Day'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-09-01', false, 'the second day of the National Day, named for 2026'],
    ['2026-09-02', false, 'the National Day'],
    ['2027-02-05', false, 'the eve of Tết'],
    ['2027-02-10', false, 'the day that replaces a Saturday of Tết'],
    ['2027-02-11', false, 'the day that replaces a Sunday of Tết'],
    ['2027-02-12', true, 'the day after them'],
    ['2027-05-03', false, 'the Monday for Labour Day on a Saturday'],
  ])('%s works: %s (%s)', (date, works) => {
    expect(calendar.isWorkingDay(date)).toBe(works);
  });

  test('the admin adds a day off and a swap day', () => {
    const own = createWorkingCalendar({ extraDaysOff: ['2026-11-23'], extraWorkingDays: ['2026-11-28'] });
    expect(own.isWorkingDay('2026-11-23')).toBe(false);
    expect(own.isWorkingDay('2026-11-28')).toBe(true);
  });

  test('another country has its own holidays', () => {
    expect(createWorkingCalendar({ country: 'FR' }).isWorkingDay('2026-07-14')).toBe(false);
    expect(createWorkingCalendar({ country: 'FR' }).isWorkingDay('2026-09-02')).toBe(true);
  });
});

describe('addWorkingDays', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-22', 3, '2026-11-25'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i is %s', (from, days, to) => {
    expect(addWorkingDays(from, days, calendar)).toBe(to);
  });

  test('a calendar without working days ends', () => {
    expect(addWorkingDays('2026-01-01', 2, { isWorkingDay: () => false })).toMatch(/^2027/);
  });
});
