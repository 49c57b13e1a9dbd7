import { DateTime } from 'luxon';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** When the bot reminds: so long before the deadline, at it, and on each working morning behind it. */
export interface ReminderRules {
  beforeMs: readonly number[];
  /** `21:00` and `07:00`: between them nothing is sent; what falls there waits for the end of the quiet hours. */
  quietFrom: string;
  quietUntil: string;
  /** `08:00` on working days after the deadline. */
  morning: string;
}

export type ReminderStep = 'before' | 'due' | 'morning';

export interface PlannedReminder {
  at: Date;
  step: ReminderStep;
}

/** The obligation that the reminders belong to. `from`: when it was sent. `zone`: of the unit. */
export interface ReminderSubject {
  from: Date;
  dueAt: Date | null;
  zone: string;
  rules: ReminderRules;
  calendar: WorkingCalendar;
}

const hour = 3_600_000;
export const defaultBeforeMs: readonly number[] = [24 * hour, 2 * hour];
/** Overdue obligations are looked at this many days ahead for the next working morning: longer than any Tết. */
const mornings = 30;

/** All reminders up to the first working morning behind the deadline, in order; none without a deadline. For previews. */
export function planReminders(subject: ReminderSubject): PlannedReminder[] {
  const { dueAt, from, rules, zone } = subject;
  if (!dueAt) return [];
  const wanted: PlannedReminder[] = [
    ...rules.beforeMs.map((ms) => ({ at: new Date(dueAt.getTime() - ms), step: 'before' as const })),
    { at: dueAt, step: 'due' as const },
  ];
  const shifted = wanted
    .filter(({ at }) => at > from)
    .map(({ at, step }) => ({ at: leaveQuietHours(at, zone, rules), step }))
    // A warning that the quiet hours push past the deadline says nothing that the one at the deadline does not.
    .filter(({ at, step }) => step !== 'before' || at < dueAt);
  const morning = findMorning(subject, dueAt);
  return onceEach([...shifted, ...(morning ? [morning] : [])]);
}

/** The first reminder strictly after `after`; null when the obligation has no deadline. */
export function findNextReminder(subject: ReminderSubject, after: Date): PlannedReminder | null {
  const planned = planReminders(subject).find(({ at }) => at > after);
  if (planned || !subject.dueAt) return planned ?? null;
  return findMorning(subject, after > subject.dueAt ? after : subject.dueAt);
}

/** Two reminders at one moment are one; the later step says more. */
function onceEach(reminders: PlannedReminder[]): PlannedReminder[] {
  const sorted = [...reminders].sort((a, b) => a.at.getTime() - b.at.getTime());
  return sorted.filter((reminder, index) => reminder.at.getTime() !== sorted[index + 1]?.at.getTime());
}

function findMorning({ zone, rules, calendar }: ReminderSubject, after: Date): PlannedReminder | null {
  const { hours, minutes } = readClock(rules.morning);
  for (let days = 0; days <= mornings; days += 1) {
    const day = DateTime.fromJSDate(after, { zone }).plus({ days });
    const at = day.set({ hour: hours, minute: minutes, second: 0, millisecond: 0 });
    if (at.toJSDate() > after && calendar.isWorkingDay(at.toISODate() ?? ''))
      return { at: at.toJSDate(), step: 'morning' };
  }
  return null;
}

/** The same moment, or the end of the quiet hours it falls into. Quiet hours may pass midnight. */
export function leaveQuietHours(
  at: Date,
  zone: string,
  rules: Pick<ReminderRules, 'quietFrom' | 'quietUntil'>,
): Date {
  const local = DateTime.fromJSDate(at, { zone });
  const minute = local.hour * 60 + local.minute;
  const from = toMinute(rules.quietFrom);
  const until = toMinute(rules.quietUntil);
  if (from === until) return at;
  const isQuiet = from < until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return at;
  const { hours, minutes } = readClock(rules.quietUntil);
  const end = local.set({ hour: hours, minute: minutes, second: 0, millisecond: 0 });
  return (end <= local ? end.plus({ days: 1 }) : end).toJSDate();
}

function readClock(text: string): { hours: number; minutes: number } {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return { hours, minutes };
}

function toMinute(text: string): number {
  const { hours, minutes } = readClock(text);
  return hours * 60 + minutes;
}
