import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { planPostings } from './plan-postings.js';
import { readWeek } from './read-week.js';
import { weekBefore, weekOf } from './week.js';

const zone = 'Asia/Ho_Chi_Minh';
const at = (text: string) => DateTime.fromISO(text, { zone }).toJSDate();

describe('reads which week is meant', () => {
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
  ])('%s: %s', (text, period) => {
    expect(readWeek(text, now, zone)?.period ?? null).toBe(period);
  });

  test('a week is seven local days, also around the new year', () => {
    const week = weekOf(at('2027-01-01T08:00'), zone);
    expect(week).toEqual({
      period: '2026-W53',
      number: 53,
      startsAt: at('2026-12-28T00:00'),
      endsAt: at('2027-01-04T00:00'),
    });
    expect(weekBefore(week, zone).period).toBe('2026-W52');
  });
});

describe('plans the postings', () => {
  const rules = { zone, weekday: 'fri', time: '16:00' } as const;
  const plan = (now: string, first: string | null) =>
    planPostings(at(now), first === null ? null : at(first), rules).map(
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
});
