import { DateTime } from 'luxon';
import { addDays } from '../calendar/iso-date.js';
import { isInTetBreak } from '../calendar/tet.js';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Recurrence } from '../deadline/recurrence.js';
import { namedDays } from './named-days.js';

/** What becomes of a period whose day is not worked: opened on the next working day, left out, or opened all the same. */
export type OnDayOff = 'move' | 'skip' | 'keep';

/** When a recurring request opens. Kept as JSON with it. */
export interface RecurrenceRule {
  rhythm: Recurrence;
  /** ISO date from which every n-th is counted. */
  anchor: string;
  onDayOff: OnDayOff;
  pausesOverTet: boolean;
}

/** Where it opens: the organisation's zone and working days. */
export interface RecurrencePlace {
  zone: string;
  calendar: Pick<WorkingCalendar, 'isWorkingDay'>;
}

/**
 * One time that it comes round. `period`: the ISO date that the rhythm names, which stays the same when the opening
 * is moved. `skipped`: why it does not open; `overtaken` when it was moved on to the next period's day.
 */
export interface Period {
  period: string;
  opensAt: Date;
  skipped: 'dayOff' | 'overtaken' | 'tet' | null;
}

/** All periods from the ISO date `from` on, also those that are left out; those that open do so one after the other. */
export function* listPeriods(rule: RecurrenceRule, place: RecurrencePlace, from: string): Generator<Period> {
  let day: string | null = null;
  for (const next of namedDays(rule.rhythm, rule.anchor, from, place.calendar)) {
    if (day !== null) yield resolvePeriod(rule, place, day, next);
    day = next;
  }
}

/** The periods that open, in order, whose day is behind the ISO date `after` and whose opening is behind `now`. */
export function* listOpenings(
  rule: RecurrenceRule,
  place: RecurrencePlace,
  { after, now }: { after: string | null; now: Date | null },
): Generator<Period> {
  const from = after === null ? rule.anchor : addDays(after, 1);
  for (const period of listPeriods(rule, place, from))
    if (period.skipped === null && (now === null || period.opensAt > now)) yield period;
}

/** The first `count` of what a generator yields. */
export function take<T>(all: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const one of all) {
    if (taken.length >= count) break;
    taken.push(one);
    if (taken.length >= count) break;
  }
  return taken;
}

/**
 * The day from which every n-th is counted when a rhythm begins at `now`: the first it names from today on whose opening is
 * ahead. A Friday that is past is not made good on Monday, though it was a day off: "every Friday" was said today.
 */
export function findAnchor(rule: Omit<RecurrenceRule, 'anchor'>, place: RecurrencePlace, now: Date): string {
  const today = DateTime.fromJSDate(now, { zone: place.zone }).toISODate()!;
  const once = { ...rule, anchor: today, rhythm: { ...rule.rhythm, interval: 1 } };
  for (const { period, opensAt, skipped } of listPeriods(once, place, today))
    if (skipped === null && opensAt > now) return period;
  return today;
}

function resolvePeriod(rule: RecurrenceRule, place: RecurrencePlace, day: string, next: string): Period {
  const { calendar, zone } = place;
  const at = (date: string, skipped: Period['skipped']): Period => ({
    period: day,
    opensAt: instantOf(date, rule.rhythm.time, zone),
    skipped,
  });
  if (rule.pausesOverTet && isInTetBreak(day, calendar)) return at(day, 'tet');
  if (rule.onDayOff === 'keep' || calendar.isWorkingDay(day)) return at(day, null);
  if (rule.onDayOff === 'skip') return at(day, 'dayOff');
  const moved = addWorkingDays(day, 1, calendar);
  return moved >= next ? at(day, 'overtaken') : at(moved, null);
}

/** A local time that a clock change leaves out means the moment the clock shows instead; of two equal ones the first. */
function instantOf(isoDate: string, time: string, zone: string): Date {
  return DateTime.fromISO(`${isoDate}T${time}`, { zone }).toJSDate();
}
