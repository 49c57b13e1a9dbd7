import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFairlyLate, measureFairLateness, type Stop } from './fair-lateness.js';

const at = (text: string) => new Date(`2026-11-${text}:00+07:00`);
const stop = (from: string, to: string | null): Stop => ({ from: at(from), to: to === null ? null : at(to) });
const minute = 60_000;
const due = at('27T17:00');
const measure = (end: string, stops: Stop[]) => {
  const lateness = measureFairLateness(due, at(end), stops);
  return lateness && [lateness.totalMs / minute, lateness.oursMs / minute];
};

describe('how late a unit is', () => {
  test('not at all until the deadline, nor without one', () => {
    expect(measure('27T17:00', [])).toBeNull();
    expect(measureFairLateness(null, due, [])).toBeNull();
  });
  test('takes off the time before the directive reached it and the outages since', () => {
    expect(measure('27T19:00', [])).toEqual([120, 0]);
    expect(measure('27T19:00', [stop('25T08:00', '25T09:00'), stop('26T10:00', '26T10:40')])).toEqual([
      120, 100,
    ]);
  });
  test('counts what overlaps once, and nothing behind the end', () => {
    const stops = [stop('26T10:00', '26T10:40'), stop('26T10:30', '26T11:00'), stop('27T18:50', '27T20:00')];
    expect(measure('27T19:00', stops)).toEqual([120, 70]);
  });
  test('takes off no more than there is', () => {
    expect(measure('27T17:30', [stop('25T08:00', '25T12:00')])).toEqual([30, 30]);
    expect(isFairlyLate(due, at('27T17:30'), [stop('25T08:00', '25T12:00')])).toBe(false);
  });
  test('tells what lay with the issuer from what is the system’s, once where they overlap', () => {
    const issuer = { ...stop('26T09:00', '26T12:00'), cause: 'issuer' as const };
    const lateness = measureFairLateness(due, at('28T17:00'), [issuer, stop('26T11:00', '26T13:00')])!;
    expect([lateness.oursMs / minute, lateness.issuerMs / minute]).toEqual([240, 120]);
    expect(measureFairLateness(due, at('27T18:00'), [issuer])).toMatchObject({
      oursMs: 60 * minute,
      issuerMs: 60 * minute,
    });
  });
  test('a clock that never started makes nobody late', () =>
    expect(isFairlyLate(due, at('30T17:00'), [stop('25T08:00', null)])).toBe(false));

  test('what is ours lies between nothing and the whole, and more stops are never less of it', () => {
    const day = 24 * 60;
    const span = fc.tuple(fc.integer({ min: 0, max: 9 * day }), fc.integer({ min: 0, max: 2 * day }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: 1, max: 3 * day }), (spans, late) => {
        const from = (minutes: number) => new Date(at('20T00:00').getTime() + minutes * minute);
        const stops = spans.map(([start, length]) => ({ from: from(start), to: from(start + length) }));
        const end = new Date(due.getTime() + late * minute);
        const all = measureFairLateness(due, end, stops)!;
        const fewer = measureFairLateness(due, end, stops.slice(1))!;
        expect(all.oursMs).toBeGreaterThanOrEqual(fewer.oursMs);
        expect(all.oursMs).toBeLessThanOrEqual(all.totalMs);
        expect(measureFairLateness(due, end, [...stops].reverse())).toEqual(all);
      }),
    );
  });
});
