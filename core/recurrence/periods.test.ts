import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../calendar/iso-date.js';
import { firstDayOfTet, isInTetBreak } from '../calendar/tet.js';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import type { Recurrence } from '../deadline/recurrence.js';
import { findAnchor, listOpenings, listPeriods, take, type Period, type RecurrenceRule } from './periods.js';

const calendar = createWorkingCalendar();
const place = { zone: 'Asia/Ho_Chi_Minh', calendar };
const rule = (rhythm: Recurrence, more: Partial<RecurrenceRule> = {}): RecurrenceRule => ({
  ...{ rhythm, anchor: '2026-11-25', onDayOff: 'move', pausesOverTet: false },
  ...more,
});
const openings = (of: RecurrenceRule, count: number) =>
  take(listOpenings(of, place, { after: null, now: null }), count).map(({ opensAt }) =>
    DateTime.fromJSDate(opensAt, { zone: place.zone }).toFormat('yyyy-MM-dd HH:mm'),
  );
const time = '10:00';

describe('a rhythm', () => {
  test.each<[string, Recurrence, string[]]>([
    ['Fridays', { every: 'week', weekdays: [5], interval: 1, time }, ['2026-11-27', '2026-12-04']],
    ['Mon and Thu', { every: 'week', weekdays: [1, 4], interval: 1, time }, ['2026-11-26', '2026-11-30']],
    ['every other Friday', { every: 'week', weekdays: [5], interval: 2, time }, ['2026-11-27', '2026-12-11']],
    ['the 5th, a Saturday', { every: 'month', day: 5, interval: 1, time }, ['2026-12-07', '2027-01-05']],
    ['the last day', { every: 'month', day: 'last', interval: 1, time }, ['2026-11-30', '2026-12-31']],
    ['the 31st', { every: 'month', day: 31, interval: 1, time }, ['2026-11-30', '2026-12-31', '2027-02-01']],
    [
      'the last working day',
      { every: 'month', day: 'lastWorking', interval: 1, time },
      ['2026-11-30', '2026-12-31', '2027-01-29', '2027-02-26'],
    ],
    ['quarterly', { every: 'quarter', monthOf: 1, day: 5, interval: 1, time }, ['2027-01-05', '2027-04-05']],
    ['working days', { every: 'workingDay', interval: 1, time }, ['2026-11-25', '2026-11-26', '2026-11-27']],
    ['29 February', { every: 'year', monthOf: 2, day: 29, interval: 1, time }, ['2027-03-01', '2028-02-29']],
  ])('of %s opens on those days', (_, rhythm, days) => {
    expect(openings(rule(rhythm), days.length)).toEqual(days.map((day) => `${day} 10:00`));
  });

  test('moves a day off to the next working day, leaves it out, or opens all the same', () => {
    const fifth: Recurrence = { every: 'month', day: 5, interval: 1, time };
    expect(openings(rule(fifth, { onDayOff: 'skip' }), 1)).toEqual(['2027-01-05 10:00']);
    expect(openings(rule(fifth, { onDayOff: 'keep' }), 1)).toEqual(['2026-12-05 10:00']);
    const daily: Recurrence = { every: 'day', interval: 1, time };
    expect(openings(rule(daily), 4).at(-1)).toBe('2026-11-30 10:00');
  });

  test('rests over Tết where that was asked for, else opens after it', () => {
    expect(firstDayOfTet(2027)).toBe('2027-02-06');
    const fridays = { every: 'week' as const, weekdays: [5], interval: 1, time };
    const from = { anchor: '2027-01-29' };
    expect(openings(rule(fridays, { ...from, pausesOverTet: true }), 2)).toEqual([
      '2027-01-29 10:00',
      '2027-02-12 10:00',
    ]);
    // The Friday of the break is moved to the next Friday, which has a period of its own.
    expect(openings(rule(fridays, from), 2).at(-1)).toBe('2027-02-12 10:00');
    expect(openings(rule({ ...fridays, weekdays: [1] }, { anchor: '2027-02-08' }), 2)).toEqual([
      '2027-02-12 10:00',
      '2027-02-15 10:00',
    ]);
  });

  test('begins with the first opening that is ahead', () => {
    const { anchor: _, ...bare } = rule({ every: 'week', weekdays: [3], interval: 3, time });
    expect(findAnchor(bare, place, new Date('2026-11-25T09:59:00+07:00'))).toBe('2026-11-25');
    expect(findAnchor(bare, place, new Date('2026-11-25T10:00:00+07:00'))).toBe('2026-12-02');
  });

  test('of a day off begins today when it is moved ahead, and not with one that is past', () => {
    const { anchor: _, ...bare } = rule({ every: 'week', weekdays: [5], interval: 1, time });
    // New Year's Day of 2027 is a Friday.
    expect(findAnchor(bare, place, new Date('2027-01-01T15:00:00+07:00'))).toBe('2027-01-01');
    expect(findAnchor(bare, place, new Date('2027-01-04T07:30:00+07:00'))).toBe('2027-01-08');
  });
});

const monthDay = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.constant('last' as const),
  fc.constant('lastWorking' as const),
);
const interval = fc.integer({ min: 1, max: 3 });
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const rhythms: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval, time: clock }),
  fc.record({ every: fc.constant('workingDay' as const), interval: fc.constant(1), time: clock }),
  fc.record({
    every: fc.constant('week' as const),
    weekdays: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
      .map((days) => days.sort()),
    ...{ interval, time: clock },
  }),
  fc.record({ every: fc.constant('month' as const), day: monthDay, interval, time: clock }),
  fc.record({
    every: fc.constant('quarter' as const),
    monthOf: fc.integer({ min: 1, max: 3 }),
    ...{ day: monthDay, interval, time: clock },
  }),
);
const rules = fc.record({
  rhythm: rhythms,
  anchor: fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days)),
  onDayOff: fc.constantFrom('move' as const, 'skip' as const, 'keep' as const),
  pausesOverTet: fc.boolean(),
});
const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');

describe('whatever the rhythm, the zone and the day', () => {
  test('each period comes once, the openings one after the other, moved forward only', () => {
    fc.assert(
      fc.property(rules, zones, (of, zone) => {
        const periods = take(listPeriods(of, { zone, calendar }, of.anchor), 14);
        const days = periods.map(({ period }) => period);
        expect(days).toEqual([...new Set(days)].sort());
        const open = periods.filter(({ skipped }) => skipped === null);
        for (const [index, { opensAt, period }] of open.entries()) {
          if (index > 0) expect(opensAt.getTime()).toBeGreaterThan(open[index - 1]!.opensAt.getTime());
          const day = DateTime.fromJSDate(opensAt, { zone }).toISODate()!;
          expect(day >= period).toBe(true);
          if (of.onDayOff !== 'keep') expect(calendar.isWorkingDay(day)).toBe(true);
          if (of.pausesOverTet) expect(isInTetBreak(period, calendar)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('walked one by one they are those of the whole list: none twice, none lost', () => {
    fc.assert(
      fc.property(rules, zones, (of, zone) => {
        const at = { zone, calendar };
        const whole = take(listOpenings(of, at, { after: null, now: null }), 12);
        const walked: Period[] = [];
        // A Saturday that is left out on days off never opens at all.
        for (let after: string | null = null; walked.length < 12; after = walked.at(-1)!.period) {
          const [next] = take(listOpenings(of, at, { after, now: null }), 1);
          if (!next) break;
          walked.push(next);
        }
        expect(walked).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('every month has its day, and the clock shows the time that was said', () => {
    fc.assert(
      fc.property(rules, zones, (of, zone) => {
        const { rhythm } = of;
        const periods = take(listPeriods({ ...of, onDayOff: 'keep' }, { zone, calendar }, of.anchor), 14);
        for (const { opensAt, period } of periods) {
          const local = DateTime.fromJSDate(opensAt, { zone });
          const isLeftOut = local.toFormat('HH:mm') !== rhythm.time;
          // Only where the clock was put forward over that very time.
          if (isLeftOut) expect(local.minus({ hours: 4 }).offset).not.toBe(local.offset);
          if (rhythm.every === 'week') expect(rhythm.weekdays).toContain(weekdayOf(period));
          if (rhythm.every === 'month' && typeof rhythm.day === 'number')
            expect(Number(period.slice(8))).toBe(Math.min(rhythm.day, local.daysInMonth!));
        }
        if (rhythm.every !== 'month') return;
        const months = periods.map(
          ({ period }) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)),
        );
        for (const [index, month] of months.entries())
          if (index > 0) expect(month - months[index - 1]!).toBe(rhythm.interval);
      }),
      { numRuns: 100 },
    );
  });
});
