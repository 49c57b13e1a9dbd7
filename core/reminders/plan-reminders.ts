import { DateTime } from 'luxon';
import { localDate } from '../calendar/iso-date.js';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { ReminderSteps } from './reminder-steps.js';

/** The hours in which the bot reminds at all. */
export interface ReminderRules {
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
  steps: ReminderSteps;
  /** Recalled on days off too, but not in a leave. */
  urgent: boolean;
}

const minute = 60_000;
/** The last call where the plan's own would have come before the directive or in the night. */
const lastCallMs = 30 * minute;
/** Overdue obligations are looked at this many days ahead for the next working morning: longer than any leave. */
const mornings = 400;

/**
 * All reminders up to the first working morning behind the deadline, in order; none without a deadline. One at least
 * comes before the deadline (the last call), unless the directive itself came within an hour of it.
 */
export function planReminders(subject: ReminderSubject): PlannedReminder[] {
  const { dueAt, steps, rules, zone } = subject;
  if (!dueAt) return [];
  const warnings = findWarnings(subject, dueAt).map((at) => ({ at, step: 'before' as const }));
  const due = { at: leaveRest(leaveQuietHours(dueAt, zone, rules), subject), step: 'due' as const };
  const morning = findMorning(subject, dueAt);
  return onceEach([
    ...warnings,
    ...(steps.atDue && dueAt > subject.from ? [due] : []),
    ...(morning ? [morning] : []),
  ]);
}

function findWarnings(subject: ReminderSubject, dueAt: Date): Date[] {
  const { from, steps } = subject;
  const before = (ms: number) => new Date(dueAt.getTime() - ms);
  const planned = steps.beforeMs.map(before).filter((at) => at > from);
  const wanted = [...planned.flatMap((at) => awake(subject, at, dueAt)), ...findMornings(subject, dueAt)];
  if (wanted.length > 0) return wanted;
  const isFresh = before(2 * lastCallMs) < from;
  return isFresh ? [] : awake(subject, before(lastCallMs), dueAt);
}

/** A warning that the quiet hours would push past the deadline comes before they begin, and before the days off they end; if the directive was there then. */
function awake(subject: ReminderSubject, at: Date, dueAt: Date): Date[] {
  const { from, zone, rules } = subject;
  const after = leaveRest(leaveQuietHours(at, zone, rules), subject);
  if (after < dueAt) return [after];
  if (isAtRest(at, subject)) return beforeDaysOff(subject, at);
  const { hours, minutes } = readClock(rules.quietFrom);
  const evening = DateTime.fromJSDate(at, { zone }).set({
    hour: hours,
    minute: minutes,
    second: 0,
    millisecond: 0,
  });
  const begun = evening.toJSDate() <= at ? evening : evening.minus({ days: 1 });
  const eve = begun.minus(lastCallMs).toJSDate();
  if (isAtRest(eve, subject)) return beforeDaysOff(subject, eve);
  return eve > from ? [eve] : [];
}

type Rest = Pick<ReminderSubject, 'zone' | 'rules' | 'calendar' | 'urgent'>;

/** Days off rest, except for what is urgent; a leave rests altogether. */
export function isAtRest(
  at: Date,
  { zone, calendar, urgent }: Pick<Rest, 'zone' | 'calendar' | 'urgent'>,
): boolean {
  const day = localDate(at, zone);
  return calendar.isLeave(day) || (!urgent && !calendar.isWorkingDay(day));
}

/** The same moment, or the first working morning behind the days off it falls into. */
export function leaveRest(at: Date, rest: Rest): Date {
  return isAtRest(at, rest) ? (findMorning(rest, at)?.at ?? at) : at;
}

/**
 * A warning that days off would push past the deadline comes before work ends ahead of them; where the directive came
 * later than that, before that evening ends.
 */
function beforeDaysOff({ from, zone, rules, calendar }: ReminderSubject, at: Date): Date[] {
  const day = addWorkingDays(localDate(at, zone), -1, calendar);
  const ends = [calendar.workUntil, rules.quietFrom, '24:00'].map((time) =>
    DateTime.fromISO(`${day}T${time}`, { zone }).minus(lastCallMs).toJSDate(),
  );
  return ends.filter((end) => end > from && leaveQuietHours(end, zone, rules) <= end).slice(0, 1);
}

/** The working mornings between the directive and its deadline, where the plan has them. */
function findMornings(subject: ReminderSubject, dueAt: Date): Date[] {
  const found: Date[] = [];
  if (!subject.steps.eachMorning) return found;
  for (
    let next = findMorning(subject, subject.from);
    next && next.at < dueAt;
    next = findMorning(subject, next.at)
  )
    found.push(next.at);
  return found;
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

/** The next working morning after `after`; null when there is none for a month. */
export function findMorning(
  { zone, rules, calendar }: Pick<ReminderSubject, 'zone' | 'rules' | 'calendar'>,
  after: Date,
): PlannedReminder | null {
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
