import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { reminderTemplates, standardSteps } from '../reminders/reminder-steps.js';
import { planEscalation } from './plan-escalation.js';
import { readDelays } from './read-delays.js';
import { settleEscalation, type DueEscalation, type Standing } from './settle-escalation.js';

const zone = 'Asia/Ho_Chi_Minh';
const rules = { quietFrom: '21:00', quietUntil: '07:00', morning: '08:00' };
const calendar = createWorkingCalendar();
const delays = readDelays('2h,1d,1d')!;
const at = (text: string) => DateTime.fromISO(`2026-11-${text}`, { zone }).toJSDate();
const show = (date: Date | null) => date && DateTime.fromJSDate(date, { zone }).toFormat('dd/MM HH:mm');
const subject = (from: string, dueAt: string | null) => ({
  from: at(from),
  dueAt: dueAt === null ? null : at(dueAt),
  zone,
  rules,
  calendar,
  steps: standardSteps,
  urgent: false,
});
const chain = (from: string, dueAt: string | null) =>
  planEscalation(subject(from, dueAt), delays).map(({ step, at: when }) => `${step} ${show(when)}`);

describe('the chain behind a deadline', () => {
  test('follows up at the last call, then lead, lead above, issuer', () =>
    expect(chain('23T08:00', '24T17:00')).toEqual([
      'follow-up 24/11 15:00',
      'lead 24/11 19:00',
      'parent 25/11 19:00',
      'issuer 26/11 19:00',
    ]));
  test('waits over night, weekend and holiday for the next working morning', () =>
    expect(chain('23T08:00', '27T20:00').slice(1)).toEqual([
      'lead 30/11 08:00',
      'parent 01/12 08:00',
      'issuer 02/12 08:00',
    ]));
  test('is empty without a deadline', () => expect(chain('23T08:00', null)).toEqual([]));
  test.each([
    ['2h,1d,1d', true],
    ['30m, 4h, 2d', true],
    ['2h,1d', false],
    ['off', false],
    ['1x,1d,1d', false],
  ])('delays are read: %s', (text, isRead) => expect(readDelays(text) !== null).toBe(isRead));
});

describe('settles a step that is due', () => {
  const settle = (now: string, standing: Standing, taken: string[] = []) => {
    const { steps, from, dueAt } = subject('23T08:00', '24T17:00');
    const item: DueEscalation = {
      ...{ id: 1, seen: at(now), from, dueAt, steps },
      urgent: false,
      standing,
      taken,
    };
    const { step, next } = settleEscalation(item, at(now), { zone, rules, calendar, delays });
    return `${step ?? '-'} → ${show(next) ?? '-'}`;
  };
  test('one after the other while nobody answers', () => {
    expect(settle('24T15:00', 'silent')).toBe('- → 24/11 19:00');
    expect(settle('24T19:00', 'silent')).toBe('lead → 25/11 19:00');
    expect(settle('25T19:00', 'silent', ['lead'])).toBe('parent → 26/11 19:00');
    expect(settle('26T19:00', 'silent', ['lead', 'parent'])).toBe('issuer → -');
  });
  test('"received" and nothing since is followed up before the deadline, not behind it', () => {
    expect(settle('24T15:00', 'received')).toBe('follow-up → 24/11 19:00');
    expect(settle('24T17:30', 'received')).toBe('- → 24/11 19:00');
  });
  test('an answer ends it', () => expect(settle('24T19:00', 'answering')).toBe('- → -'));
  test('steps that were held up come an hour apart, never in the night', () => {
    expect(settle('26T19:30', 'silent')).toBe('lead → 26/11 20:30');
    expect(settle('26T20:30', 'silent', ['lead'])).toBe('parent → 27/11 07:00');
    expect(settle('24T22:00', 'silent')).toBe('- → 25/11 07:00');
  });

  test('played to its end every step is taken at most once, in order, in working time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.integer({ min: 1, max: 60 * 24 * 20 }),
        fc.constantFrom(...Object.values(reminderTemplates)),
        fc.array(fc.integer({ min: 0, max: 60 * 30 }), { maxLength: 8 }),
        (start, length, steps, lates) => {
          const standing: Standing = length % 2 === 0 ? 'silent' : 'received';
          const from = new Date(at('01T00:00').getTime() + start * 60_000);
          const dueAt = new Date(from.getTime() + length * 60_000);
          const plan = { zone, rules, calendar, delays };
          const taken: string[] = [];
          let seen: Date | null =
            planEscalation({ ...plan, from, dueAt, steps, urgent: false }, delays)[0]?.at ?? null;
          for (let round = 0; seen; round += 1) {
            expect(round).toBeLessThan(60);
            const now: Date = new Date(seen.getTime() + (lates[round] ?? 0) * 60_000);
            const move = settleEscalation(
              { id: 1, seen, from, dueAt, steps, urgent: false, standing, taken },
              now,
              plan,
            );
            if (move.next) expect(move.next > now).toBe(true);
            if (move.step) {
              const local = DateTime.fromJSDate(now, { zone });
              expect(local.hour >= 7 && local.hour < 21).toBe(true);
              expect(calendar.isWorkingDay(local.toISODate()!)).toBe(true);
              expect(taken).not.toContain(move.step);
              taken.push(move.step);
            }
            seen = move.next;
          }
          expect(taken.filter((step) => step !== 'follow-up')).toEqual(['lead', 'parent', 'issuer']);
        },
      ),
      { numRuns: 40 },
    );
  });
});
