import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../calendar/working-calendar.js';
import { findNextReminder, planReminders, type ReminderSubject } from './plan-reminders.js';
import { reminderTemplates, standardSteps, type ReminderSteps } from './reminder-steps.js';

const zone = 'Asia/Ho_Chi_Minh';
const rules = { quietFrom: '21:00', quietUntil: '07:00', morning: '08:00' };
const calendar = createWorkingCalendar();
const at = (text: string) => DateTime.fromISO(text, { zone }).toJSDate();
const subject = (from: string, due: string | null, steps = standardSteps): ReminderSubject => ({
  from: at(from),
  dueAt: due === null ? null : at(due),
  zone,
  rules,
  calendar,
  steps,
  urgent: false,
});
const plan = (from: string, due: string | null, steps?: ReminderSteps) =>
  planReminders(subject(from, due, steps)).map(
    (r) => `${r.step} ${DateTime.fromJSDate(r.at, { zone }).toFormat('dd/MM HH:mm')}`,
  );

describe('plans reminders', () => {
  test('a day and two hours before, at the deadline, and on the next working morning', () => {
    expect(plan('2026-11-23T08:00', '2026-11-27T17:00')).toEqual([
      'before 26/11 17:00',
      'before 27/11 15:00',
      'due 27/11 17:00',
      'morning 30/11 08:00',
    ]);
  });
  test('nothing that lay before the directive was sent', () => {
    expect(plan('2026-11-27T08:00', '2026-11-27T17:00')).toEqual([
      'before 27/11 15:00',
      'due 27/11 17:00',
      'morning 30/11 08:00',
    ]);
  });
  test('a last call half an hour before, when the steps came too early for the directive, none for a fresh one', () => {
    expect(plan('2026-11-27T16:00', '2026-11-27T17:00')[0]).toBe('before 27/11 16:30');
    expect(plan('2026-11-27T16:05', '2026-11-27T17:00')[0]).toBe('due 27/11 17:00');
  });
  test('the gentle one once before, the urgent one each working morning too', () => {
    expect(plan('2026-11-23T08:00', '2026-11-27T17:00', reminderTemplates.gentle)).toEqual([
      'before 26/11 17:00',
      'morning 30/11 08:00',
    ]);
    expect(plan('2026-11-26T09:00', '2026-12-01T17:00', reminderTemplates.urgent)).toEqual([
      'before 27/11 08:00',
      'before 30/11 08:00',
      'before 30/11 17:00',
      'before 01/12 08:00',
      'before 01/12 13:00',
      'before 01/12 16:00',
      'due 01/12 17:00',
      'morning 02/12 08:00',
    ]);
  });
  test('days off hold what is not urgent; a warning they would swallow comes before them', () => {
    expect(plan('2026-11-25T08:00', '2026-11-30T07:30')).toEqual([
      'before 27/11 16:30',
      'before 30/11 07:00',
      'due 30/11 07:30',
      'morning 30/11 08:00',
    ]);
    expect(plan('2026-11-25T08:00', '2026-11-29T17:00').at(-1)).toBe('morning 30/11 08:00');
    const sunday = { ...subject('2026-11-25T08:00', '2026-11-29T17:00'), urgent: true };
    expect(planReminders(sunday).map(({ at: time }) => time)).toContainEqual(at('2026-11-29T17:00'));
  });

  test('a leave holds even what is urgent, however long it is', () => {
    const leaves = [{ firstDay: '2026-11-24', lastDay: '2027-01-20' }];
    const away = {
      ...subject('2026-11-25T08:00', '2026-12-01T17:00'),
      calendar: createWorkingCalendar({ leaves }),
    };
    for (const urgent of [false, true])
      expect(findNextReminder({ ...away, urgent }, at('2026-11-25T08:00'))?.at).toEqual(
        at('2027-01-21T08:00'),
      );
  });

  test('a reminder in quiet hours waits for their end', () => {
    expect(plan('2026-11-20T08:00', '2026-11-25T22:00')).toEqual([
      'before 25/11 07:00',
      'before 25/11 20:00',
      'due 26/11 07:00',
      'morning 26/11 08:00',
    ]);
  });
  test('a warning that the night would push past the deadline comes in the evening before', () => {
    expect(plan('2026-11-24T08:00', '2026-11-26T06:30')).toEqual([
      'before 25/11 07:00',
      'before 25/11 20:30',
      'due 26/11 07:00',
      'morning 26/11 08:00',
    ]);
  });
  test('or before the days off that this evening belongs to', () => {
    expect(plan('2026-11-25T08:00', '2026-11-30T05:00')).toEqual([
      'before 27/11 16:30',
      'due 30/11 07:00',
      'morning 30/11 08:00',
    ]);
  });
  test('in the evening before them, where the directive came after work', () => {
    expect(plan('2026-11-27T19:21', '2026-11-28T06:30')).toEqual([
      'before 27/11 20:30',
      'morning 30/11 08:00',
    ]);
    expect(plan('2026-11-27T16:45', '2026-11-30T05:00')[0]).toBe('before 27/11 20:30');
    const call = (quietFrom: string, quietUntil: string) =>
      planReminders({
        ...subject('2026-11-27T19:21', '2026-11-28T06:30'),
        rules: { ...rules, quietFrom, quietUntil },
      })[0]?.at;
    expect(call('12:00', '13:00')).toEqual(at('2026-11-27T23:30'));
    expect(call('19:00', '07:00')).toEqual(at('2026-11-30T08:00'));
  });
  test('no deadline, no reminder', () => {
    expect(plan('2026-11-24T08:00', null)).toEqual([]);
    expect(findNextReminder(subject('2026-11-24T08:00', null), at('2026-11-25T08:00'))).toBeNull();
  });
  test('mornings go on over the holidays to the next working day', () => {
    const next = findNextReminder(subject('2026-12-01T08:00', '2026-12-31T17:00'), at('2026-12-31T17:00'));
    expect(next?.at).toEqual(at('2027-01-04T08:00'));
  });
  test('never in quiet hours or on a day off, always later than asked, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.constantFrom(...Object.values(reminderTemplates)),
        (start, length, gone, steps) => {
          const from = new Date(Date.UTC(2026, 0, 1) + start * 60_000);
          const item: ReminderSubject = {
            from,
            dueAt: new Date(from.getTime() + length * 60_000),
            zone,
            rules,
            calendar,
            urgent: false,
            steps,
          };
          const after = new Date(from.getTime() + gone * 60_000);
          const next = findNextReminder(item, after);
          expect(next && next.at > after).toBe(true);
          const planned = planReminders(item);
          for (const [index, { at: time }] of planned.entries()) {
            const local = DateTime.fromJSDate(time, { zone });
            expect(local.hour >= 7 && local.hour < 21).toBe(true);
            expect(calendar.isWorkingDay(local.toISODate()!)).toBe(true);
            expect(time > from).toBe(true);
            if (index > 0) expect(time > planned[index - 1]!.at).toBe(true);
          }
        },
      ),
    );
  });
  test('every deadline has its last call, unless the directive came shortly before it or at rest to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000 }),
        fc.oneof(fc.integer({ min: 60, max: 4000 }), fc.integer({ min: 60, max: 40_000 })),
        fc.constantFrom(...Object.values(reminderTemplates)),
        fc.boolean(),
        (start, length, steps, urgent) => {
          const from = new Date(Date.UTC(2026, 0, 1) + start * 60_000);
          const dueAt = new Date(from.getTime() + length * 60_000);
          const sent = DateTime.fromJSDate(from, { zone });
          const isAwake = sent.hour >= 7 && sent.hour < 20;
          const planned = planReminders({ from, dueAt, zone, rules, calendar, steps, urgent });
          if (isAwake && (urgent || calendar.isWorkingDay(sent.toISODate()!)))
            expect(planned.some(({ at: time }) => time < dueAt)).toBe(true);
        },
      ),
    );
  });
});
