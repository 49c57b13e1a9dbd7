import type { CalendarBook, ChangedDay } from '../core/calendar/calendar-book.js';
import type { WorkingHours } from '../core/calendar/working-calendar.js';
import type { Db } from './db.js';

/**
 * All that admins set in the calendar. `hours`: the organisation's, config/rules.ts officeHoursOf(settings). The tree is
 * read only where something was set for a unit of it: this runs for every unit that is reminded.
 */
export async function loadCalendarBook(db: Db, hours: WorkingHours): Promise<CalendarBook> {
  const [unitHours, days, leaves] = [
    await db.workingHours.findMany(),
    await db.calendarDay.findMany({ orderBy: [{ day: 'asc' }, { id: 'asc' }] }),
    await db.leave.findMany({ orderBy: [{ firstDay: 'asc' }, { id: 'asc' }] }),
  ];
  const isOfUnits = [...unitHours, ...days, ...leaves].some(({ unitId }) => unitId !== null);
  const units = isOfUnits ? await db.unit.findMany({ select: { id: true, parentId: true } }) : [];
  return { units, hours, unitHours, days, leaves };
}

/** Whoever changes the calendar takes turns until the transaction ends: a day is never set twice. */
export async function lockCalendar(db: Db): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('giaoban.calendar'))`;
}

/** Sets a day, in place of what was set for it before. */
export async function setDay(
  db: Db,
  { unitId, day, isWorked, note }: ChangedDay,
  by: { personId: number | null; now: Date },
): Promise<void> {
  await clearDay(db, unitId, day);
  await db.calendarDay.create({
    data: { unitId, day, isWorked, note, createdById: by.personId, createdAt: by.now },
  });
}

/** Takes back what was set for a day. Whether anything was. */
export async function clearDay(db: Db, unitId: number | null, day: string): Promise<boolean> {
  return (await db.calendarDay.deleteMany({ where: { unitId, day } })).count > 0;
}

/** The unit's own working hours; null: those of the units above it. */
export async function setUnitHours(db: Db, unitId: number, hours: WorkingHours | null): Promise<void> {
  await db.workingHours.deleteMany({ where: { unitId } });
  if (hours) await db.workingHours.create({ data: { unitId, ...hours, days: [...hours.days] } });
}
