import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { findNextReminder } from './plan-reminders.js';
import { standardSteps } from './reminder-steps.js';
import { bundleMs, settleReminders, type DueReminder } from './settle-reminders.js';

const zone = 'Asia/Ho_Chi_Minh';
const rules = { quietFrom: '21:00', quietUntil: '07:00', morning: '08:00' };
const steps = standardSteps;
const plan = { rules, calendar: createWorkingCalendar(), zone };
const at = (text: string) => DateTime.fromISO(`2026-11-${text}`, { zone }).toJSDate();
const due = (seen: string, dueAt: string, more: Partial<DueReminder> = {}): DueReminder => ({
  id: 1,
  seen: at(seen),
  from: at('20T08:00'),
  dueAt: at(dueAt),
  steps: standardSteps,
  urgent: false,
  owes: true,
  isWaiting: false,
  ...more,
});

describe('settles what is due', () => {
  const settle = (items: DueReminder[], now: string) =>
    settleReminders(items, at(now), plan).map(({ id, next, isReminded }) => ({
      id,
      isReminded,
      next: next && DateTime.fromJSDate(next, { zone }).toFormat('dd HH:mm'),
    }));

  test('reminds and moves on to the next step', () => {
    expect(settle([due('26T17:00', '27T17:00')], '26T17:00')).toEqual([
      { id: 1, isReminded: true, next: '27 15:00' },
    ]);
  });
  test('turns to the issuer while a request for more time waits, and keeps the next step', () => {
    const [move] = settleReminders([due('26T17:00', '27T17:00', { isWaiting: true })], at('26T17:00'), plan);
    expect(move).toMatchObject({ isReminded: false, isForIssuer: true, isLastCall: false });
    expect(move!.next).toEqual(at('27T15:00'));
  });
  test('takes along what is due within minutes, and does nothing before the first is due', () => {
    const items = [due('26T17:00', '27T17:00'), due('26T17:10', '27T17:10', { id: 2 })];
    expect(settle(items, '26T16:59')).toEqual([]);
    expect(settle(items, '26T17:00').map(({ next }) => next)).toEqual(['27 15:00', '27 15:10']);
  });
  test('takes nothing along that is half an hour away, or that came itself a moment ago', () => {
    const first = due('26T17:00', '27T17:00');
    const with2 = (more: DueReminder) => settle([first, more], '26T17:00').map(({ id }) => id);
    expect(with2(due('26T17:29', '27T17:29', { id: 2 }))).toEqual([1, 2]);
    expect(with2(due('26T17:30', '27T17:30', { id: 2 }))).toEqual([1]);
    expect(with2(due('26T17:25', '26T17:55', { id: 2, from: at('26T16:55') }))).toEqual([1]);
  });
  test('makes good several missed steps by one', () => {
    expect(settle([due('26T17:00', '27T17:00')], '27T18:00')).toEqual([
      { id: 1, isReminded: true, next: '30 08:00' },
    ]);
  });
  test('knows the last call: nothing else comes before the deadline', () => {
    const isLast = (seen: string, now: string) =>
      settleReminders([due(seen, '27T17:00')], at(now), plan)[0]!.isLastCall;
    expect(isLast('26T17:00', '26T17:00')).toBe(false);
    expect(isLast('27T15:00', '27T15:00')).toBe(true);
    expect(isLast('26T17:00', '27T16:00')).toBe(true);
    expect(isLast('27T15:00', '27T17:00')).toBe(false);
  });
  test('puts off what it finds in quiet hours, without counting it', () => {
    expect(settle([due('27T17:00', '27T17:00')], '27T22:00')).toEqual([
      { id: 1, isReminded: false, next: '28 07:00' },
    ]);
  });
  test('a missed working morning is not made good on a Saturday', () => {
    expect(settle([due('27T08:00', '26T17:00')], '28T10:00')).toEqual([
      { id: 1, isReminded: false, next: '30 08:00' },
    ]);
  });
  test('what is answered or closed is planned no more', () => {
    expect(settle([due('26T17:00', '27T17:00', { owes: false })], '26T17:00')).toEqual([
      { id: 1, isReminded: false, next: null },
    ]);
  });

  test('never reminds in quiet hours, always moves on, and leaves a pause between two', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 60 * 24 * 3 }), (start, length, late) => {
        const from = new Date(at('01T00:00').getTime() + start * 60_000);
        const dueAt = new Date(from.getTime() + length * 60_000);
        const seen = findNextReminder({ ...plan, steps, urgent: false, from, dueAt }, from)!.at;
        const now = new Date(seen.getTime() + late * 60_000);
        const [move] = settleReminders(
          [{ id: 1, seen, from, dueAt, steps, urgent: false, owes: true, isWaiting: false }],
          now,
          plan,
        );
        const { hour } = DateTime.fromJSDate(now, { zone });
        if (move!.isReminded) {
          expect(hour >= 7 && hour < 21).toBe(true);
          expect(move!.next!.getTime() - now.getTime()).toBeGreaterThan(bundleMs);
        }
        expect(move!.next! > now).toBe(true);
      }),
    );
  });
});
