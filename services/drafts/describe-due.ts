import { DateTime } from 'luxon';
import { officeHoursOf } from '../../config/rules.js';
import { calendarKey, calendarOf, type CalendarBook } from '../../core/calendar/calendar-book.js';
import { localDate } from '../../core/calendar/iso-date.js';
import { addWorkingDays } from '../../core/calendar/working-calendar.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { loadCalendarBook } from '../../store/calendar.js';
import type { Directive } from '../../store/directives.js';
import { listUnits } from '../../store/units.js';
import type { Asking } from '../deed.js';
import { findCalendar } from '../office-calendar.js';
import { describeZones } from './describe-zones.js';

/** A preview is read on a phone. */
const codesNamed = 15;

type Due = Pick<Directive, 'dueAt' | 'unitIds'>;

/** The deadline with its kind of day, and which of the units have that day off or are on leave. */
export async function describeDue(ctx: Asking, { dueAt, unitIds }: Due): Promise<string[]> {
  const { t } = ctx;
  if (!dueAt) return [t('preview.noDue')];
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const day = localDate(dueAt, zone);
  const book = await loadCalendarBook(ctx.db, officeHoursOf(ctx.runtime.settings), unitIds);
  const isWorked = calendarOf(book, null).isWorkingDay(day);
  const due = sayDeadline(t, dueAt, zone);
  const kind = t(isWorked ? 'preview.workingDay' : 'preview.dayOff');
  const { off, away } = sortUnits(book, unitIds, day);
  const codes = new Map((await listUnits(ctx.db)).map(({ id, code }) => [id, code]));
  const name = (ids: number[]) => {
    const named = ids.slice(0, codesNamed).map((id) => codes.get(id) ?? '');
    return ids.length > named.length ? [...named, '…'].join(', ') : named.join(', ');
  };
  return [
    t('preview.due', { due, day: kind }),
    ...(await describeZones(ctx, { dueAt, unitIds })),
    ...(isWorked && off.length > 0 ? [t('preview.offThere', { codes: name(off) })] : []),
    ...(away.length > 0 ? [t('preview.onLeave', { codes: name(away) })] : []),
  ];
}

/** Who does not work on that day, and who is on leave. Units with the same calendar are looked at once. */
function sortUnits(book: CalendarBook, unitIds: number[], day: string): { off: number[]; away: number[] } {
  const kinds = new Map<string, 'off' | 'away' | 'works'>();
  const kindOf = (unitId: number) => {
    const key = calendarKey(book, unitId);
    const calendar = kinds.has(key) ? null : calendarOf(book, unitId);
    if (calendar)
      kinds.set(key, calendar.isLeave(day) ? 'away' : calendar.isWorkingDay(day) ? 'works' : 'off');
    return kinds.get(key);
  };
  return {
    off: unitIds.filter((id) => kindOf(id) === 'off'),
    away: unitIds.filter((id) => kindOf(id) === 'away'),
  };
}

/** The same time on the next working day, of all or of one unit; null when the deadline is on one already. */
export async function findMovedDue(
  ctx: Asking,
  dueAt: Date | null,
  unitId: number | null = null,
): Promise<Date | null> {
  if (!dueAt) return null;
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const calendar = await findCalendar(ctx, unitId);
  const day = localDate(dueAt, zone);
  if (calendar.isWorkingDay(day)) return null;
  const { hour, minute } = DateTime.fromJSDate(dueAt, { zone });
  const next = DateTime.fromISO(addWorkingDays(day, 1, calendar), { zone });
  return next.set({ hour, minute }).toJSDate();
}
