import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { calendarKinds, parsePeriod, periodBefore, periodOf, weekdays, yearEarlier } from './period.js';
import { planPostings } from './plan-postings.js';
import { readPeriod } from './read-period.js';

const zone = 'Asia/Ho_Chi_Minh';
const place = { zone, weekStart: 'mon' } as const;
const at = (text: string) => DateTime.fromISO(text, { zone }).toJSDate();

describe('reads which period is meant', () => {
  const now = at('2026-11-26T10:00');
  test.each([
    ['', '2026-W48'],
    ['tuần này', '2026-W48'],
    ['tuần trước', '2026-W47'],
    ['last week', '2026-W47'],
    ['tuần sau', '2026-W49'],
    ['2026-W46', '2026-W46'],
    ['tuần 46', '2026-W46'],
    ['Tuần 46/2025', '2025-W46'],
    ['week 46', '2026-W46'],
    ['46', '2026-W46'],
    ['tuần 50', '2025-W50'],
    ['15/11/2026', '2026-W46'],
    ['15/11', '2026-W46'],
    ['2026-11-15', '2026-W46'],
    ['31/12', '2026-W01'],
    ['tuần 53', null],
    ['hôm nào đó', null],
    ['31/02/2026', null],
    ['tuần 99', null],
    ['0/0', null],
    ['tháng này', '2026-11'],
    ['tháng trước', '2026-10'],
    ['last month', '2026-10'],
    ['tháng 9', '2026-09'],
    ['tháng 12', '2025-12'],
    ['tháng 12/2026', '2026-12'],
    ['tháng 13', null],
    ['2026-11', '2026-11'],
    ['quý này', '2026-Q4'],
    ['quý trước', '2026-Q3'],
    ['quý IV', '2026-Q4'],
    ['quý 2 năm 2025', '2025-Q2'],
    ['quý 5', null],
    ['q3', '2026-Q3'],
    ['2026-q2', '2026-Q2'],
    ['6 tháng đầu năm', '2026-H1'],
    ['6 tháng cuối năm 2025', '2025-H2'],
    ['first half of 2026', '2026-H1'],
    ['năm nay', '2026'],
    ['năm ngoái', '2025'],
    ['năm 2025', '2025'],
    ['cả năm 2025', '2025'],
    ['2025', '2025'],
    ['năm 0001', null],
    ['0001-01', null],
    ['1/1/0001', null],
    ['2026-01-01..9999-12-31', null],
    ['tháng 1/9999', null],
    ['từ 1/11 đến 15/11', '2026-11-01..2026-11-15'],
    ['1/12 đến 15/1/2026', '2025-12-01..2026-01-15'],
    ['2026-11-01..2026-11-15', '2026-11-01..2026-11-15'],
    ['2026-11-15..2026-11-01', null],
  ])('%s: %s', (text, period) => {
    const wanted = readPeriod(text, now, place);
    expect(wanted?.kind === 'life' ? 'life' : (wanted?.period ?? null)).toBe(period);
  });

  test('one directive over its life', () => {
    expect(readPeriod('#12', now, place)).toEqual({ kind: 'life', number: 12 });
    expect(readPeriod('chỉ đạo #12', now, place)).toEqual({ kind: 'life', number: 12 });
    expect(readPeriod('#12 và #13', now, place)).toBeNull();
  });

  test('a week is seven local days, also around the new year and with another first day', () => {
    const week = periodOf('week', at('2027-01-01T08:00'), place);
    expect(week).toEqual({
      kind: 'week',
      period: '2026-W53',
      startsAt: at('2026-12-28T00:00'),
      endsAt: at('2027-01-04T00:00'),
    });
    expect(periodBefore(week, place)?.period).toBe('2026-W52');
    expect(yearEarlier(week, place)?.period).toBe('2025-W52');
    const fromSunday = periodOf('week', at('2026-11-26T08:00'), { zone, weekStart: 'sun' });
    expect(fromSunday).toMatchObject({ period: '2026-W48', startsAt: at('2026-11-22T00:00') });
    expect(periodOf('week', at('2026-11-22T08:00'), { zone, weekStart: 'sat' })).toMatchObject({
      period: '2026-W48',
      startsAt: at('2026-11-21T00:00'),
    });
  });
});

test('periods of a kind tile time without gaps, and their names lead back to them', () => {
  const kind = fc.constantFrom(...calendarKinds);
  const moment = fc.date({ min: new Date('2019-01-01'), max: new Date('2034-12-31'), noInvalidDate: true });
  const zones = fc.constantFrom(zone, 'Europe/Berlin', 'UTC', 'America/New_York');
  fc.assert(
    fc.property(kind, moment, zones, fc.constantFrom(...weekdays), (of, when, inZone, weekStart) => {
      const where = { zone: inZone, weekStart };
      const period = periodOf(of, when, where);
      expect(period.startsAt <= when && when < period.endsAt).toBe(true);
      expect(parsePeriod(period.period, where)).toEqual(period);
      expect(periodBefore(period, where)!.endsAt).toEqual(period.startsAt);
      expect(yearEarlier(period, where)!.period.slice(0, 4)).toBe(
        String(Number(period.period.slice(0, 4)) - 1),
      );
    }),
  );
});

test('a range is compared with as many days before it and with the same days a year earlier', () => {
  const range = parsePeriod('2026-11-10..2026-11-19', place)!;
  expect(periodBefore(range, place)!.period).toBe('2026-10-31..2026-11-09');
  expect(yearEarlier(range, place)!.period).toBe('2025-11-10..2025-11-19');
});

describe('plans the weekly postings', () => {
  const rules = { place, weekday: 'fri', time: '16:00' } as const;
  const plan = (now: string, first: string | null) =>
    planPostings('week', at(now), first === null ? null : at(first), rules).map(
      ({ period, dueAt }) => `${period} ${DateTime.fromJSDate(dueAt, { zone }).toFormat('dd/MM HH:mm')}`,
    );
  test('a new installation begins with the next one', () => {
    expect(plan('2026-11-23T08:00', null)).toEqual(['2026-W48 27/11 16:00']);
    expect(plan('2026-11-28T08:00', null)).toEqual(['2026-W49 04/12 16:00']);
    expect(plan('2026-11-28T08:00', '2026-12-04T16:00')).toEqual([]);
  });
  test('this week and last week stand there, as far as the bot was there', () => {
    expect(plan('2026-11-30T08:00', '2026-11-27T16:00')).toEqual([
      '2026-W48 27/11 16:00',
      '2026-W49 04/12 16:00',
    ]);
  });
  test('a month is posted on the morning after it', () => {
    const months = planPostings('month', at('2026-11-30T08:00'), null, rules);
    expect(months).toEqual([{ period: '2026-11', dueAt: at('2026-12-01T16:00') }]);
    expect(planPostings('quarter', at('2027-01-01T09:00'), at('2027-01-01T16:00'), rules)).toEqual([
      { period: '2026-Q4', dueAt: at('2027-01-01T16:00') },
    ]);
  });
});
