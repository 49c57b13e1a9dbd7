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
  });
}

/** The leave that a unit is on at this date of its own zone; null when it works. */
export function findLeave(
  book: Pick<CalendarBook, 'units' | 'leaves'>,
  unitId: number,
  isoDate: string,
): Leave | null {
  const path = pathOf(book.units, unitId);
  const isOn = (leave: Leave) =>
    path.includes(leave.unitId) && leave.firstDay <= isoDate && isoDate <= leave.lastDay;
  return book.leaves.find(isOn) ?? null;
}
