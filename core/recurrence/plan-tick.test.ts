import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { listOpenings, take, type RecurrenceRule } from './periods.js';
import { planTick } from './plan-tick.js';

const hour = 3_600_000;
const place = { zone: 'Europe/Berlin', calendar: createWorkingCalendar() };
const rule: RecurrenceRule = {
  rhythm: { every: 'week', weekdays: [1, 4], interval: 1, time: '10:00' },
  anchor: '2027-01-04',
  onDayOff: 'move',
  pausesOverTet: true,
};
const lateMs = 24 * hour;

test('of what was slept through only the latest opens, and only within its hours', () => {
  const at = (now: string) => planTick(rule, place, { after: null, now: new Date(now), lateMs });
  expect(at('2027-01-04T09:00:00Z').opens?.period).toBe('2027-01-04');
  expect(at('2027-01-04T08:59:59Z')).toMatchObject({
    opens: null,
    missed: [],
    next: { period: '2027-01-04' },
  });
  expect(at('2027-01-08T08:00:00Z')).toMatchObject({
    opens: { period: '2027-01-07' },
    missed: [{ period: '2027-01-04' }],
    next: { period: '2027-01-11' },
  });
  expect(at('2027-01-09T08:00:00Z')).toMatchObject({ opens: null, missed: [{}, { period: '2027-01-07' }] });
});

test('whenever it is woken, each period is opened or said to be missed exactly once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 25, maxLength: 25 }),
      (gaps, racing) => {
        let now = Date.parse('2027-01-01T00:00:00Z');
        let after: string | null = null;
        const seen: string[] = [];
        for (const [index, gap] of gaps.entries()) {
          now += gap * hour;
          const tick = planTick(rule, place, { after, now: new Date(now), lateMs });
          // A second run that read the same plan comes to the same, so that one claim decides between them.
          if (racing[index] === 0)
            expect(planTick(rule, place, { after, now: new Date(now), lateMs })).toEqual(tick);
          const done = [...tick.missed, ...(tick.opens ? [tick.opens] : [])];
          seen.push(...done.map(({ period }) => period));
          after = done.at(-1)?.period ?? after;
        }
        const until = take(listOpenings(rule, place, { after: null, now: null }), seen.length + 1);
        expect(seen).toEqual(until.slice(0, -1).map(({ period }) => period));
        expect(until.at(-1)!.opensAt.getTime()).toBeGreaterThan(now);
      },
    ),
    { numRuns: 40 },
  );
});
