import { pathOf, type TreeNode } from '../tree.js';
import { createWorkingCalendar, type WorkingCalendar, type WorkingHours } from './working-calendar.js';

/** A day the admin set: off, or worked though it would be off. Null unit: the whole organisation. */
export interface ChangedDay {
  unitId: number | null;
  /** ISO date. */
  day: string;
  isWorked: boolean;
  note: string;
}

/** A time in which a unit with all below it is on leave: neither reminded nor late. Both days count. */
export interface Leave {
  id: number;
  unitId: number;
  firstDay: string;
  lastDay: string;
  note: string;
}

/** All that was set for an organisation and its units. `hours`: the organisation's own. */
export interface CalendarBook {
  units: readonly TreeNode[];
  hours: WorkingHours;
  unitHours: readonly (WorkingHours & { unitId: number })[];
  days: readonly ChangedDay[];
  leaves: readonly Leave[];
}

/**
 * The calendar of a unit; the organisation's for null. What is set nearest wins: for the unit itself, then for those
 * above it, then for the whole organisation.
 */
export function calendarOf(book: CalendarBook, unitId: number | null): WorkingCalendar {
  const path = unitId === null ? [] : pathOf(book.units, unitId);
  const hours = path
    .map((id) => book.unitHours.find((one) => one.unitId === id))
    .find((one) => one !== undefined);
  const days = new Map<string, boolean>();
  for (const id of [null, ...path.toReversed()])
    for (const { unitId: owner, day, isWorked } of book.days) if (owner === id) days.set(day, isWorked);
  const pick = (isWorked: boolean) => [...days].filter(([, is]) => is === isWorked).map(([day]) => day);
  return createWorkingCalendar({
    hours: hours ?? book.hours,
    extraDaysOff: pick(false),
    extraWorkingDays: pick(true),
    leaves: book.leaves.filter(({ unitId: owner }) => path.includes(owner)),
  });
}

/** What was set for a unit or those above it, as a key: units with the same one have the same calendar. */
export function calendarKey(book: CalendarBook, unitId: number): string {
  const owners = new Set<number | null>(
    [...book.unitHours, ...book.days, ...book.leaves].map((one) => one.unitId),
  );
  if (owners.size === 0) return '';
  return pathOf(book.units, unitId)
    .filter((id) => owners.has(id))
    .join(' ');
}
