import { officeHoursOf, reminderRules } from '../config/rules.js';
import type { WorkingCalendar } from '../core/calendar/working-calendar.js';
import { loadCalendar } from '../store/calendar.js';
import { findZone } from '../store/units.js';
import type { Asking } from './deed.js';

/** The calendar that deadlines are read by: of one unit, or of the whole organisation. */
export async function findCalendar(ctx: Asking, unitId: number | null = null): Promise<WorkingCalendar> {
  return loadCalendar(ctx.db, officeHoursOf(ctx.runtime.settings), unitId);
}

/** Where the organisation is in time: its zone, its calendar, and the hours in which the bot speaks. */
export type Place = Awaited<ReturnType<typeof findPlace>>;

/** Reads the calendar: once for all that is worked out in one handling. */
export async function findPlace(ctx: Asking) {
  const { settings } = ctx.runtime;
  return {
    zone: settings.ORG_TIME_ZONE,
    calendar: await findCalendar(ctx),
    rules: reminderRules(settings),
  };
}

/** The same of one unit: what its members call five o'clock, and the deadlines its groups are shown, are of its zone. */
export async function findUnitPlace(ctx: Asking, unitId: number): Promise<Place> {
  const { settings } = ctx.runtime;
  return {
    zone: (await findZone(ctx.db, unitId)) ?? settings.ORG_TIME_ZONE,
    calendar: await findCalendar(ctx, unitId),
    rules: reminderRules(settings),
  };
}
