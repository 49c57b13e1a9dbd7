import { calendarOf, type CalendarBook, type ChangedDay } from '../core/calendar/calendar-book.js';
import type { WorkingCalendar, WorkingHours } from '../core/calendar/working-calendar.js';
import { Prisma, type Db } from './db.js';
import { pathFrom } from './units.js';

/**
 * What admins set in the calendar for these units and those above them, and for the whole organisation. `hours`: the
 * organisation's, config/rules.ts officeHoursOf(settings). One statement that reads no other unit's part of the tree: it
 * runs for every unit that is reminded.
 */
export async function loadCalendarBook(
  db: Db,
  hours: WorkingHours,
  units: readonly number[] | 'all',
): Promise<CalendarBook> {
  const ids = units === 'all' ? Prisma.sql`array(select id from "Unit")` : Prisma.sql`${[...units]}::int[]`;
  const [row] = await db.$queryRaw<{ book: string }[]>`
    with recursive ${pathFrom(ids)}, hour as (
      select "unitId", days, "from", until from "WorkingHours" where "unitId" in (select id from path)
    ), changed as (
      select "unitId", day, "isWorked", note from "CalendarDay"
      where "unitId" is null or "unitId" in (select id from path) order by day, id
    ), leave as (
      select id, "unitId", "firstDay", "lastDay", note from "Leave"
      where "unitId" in (select id from path) order by "firstDay", id
    )
    select json_build_object(
      'units', case when exists (select from hour) or exists (select from leave) or exists (select from changed where "unitId" is not null)
        then (select json_agg(path) from path) else '[]' end,
      'unitHours', coalesce((select json_agg(hour) from hour), '[]'),
      'days', coalesce((select json_agg(changed) from changed), '[]'),
      'leaves', coalesce((select json_agg(leave) from leave), '[]'))::text as book`;
  return { ...(JSON.parse(row!.book) as Omit<CalendarBook, 'hours'>), hours };
}

/** The calendar of one unit, or with null of the whole organisation. `hours` as above. */
export async function loadCalendar(
  db: Db,
  hours: WorkingHours,
  unitId: number | null,
): Promise<WorkingCalendar> {
  return calendarOf(await loadCalendarBook(db, hours, unitId === null ? [] : [unitId]), unitId);
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
