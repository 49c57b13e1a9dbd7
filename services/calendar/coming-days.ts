import { calendarOf, type CalendarBook } from '../../core/calendar/calendar-book.js';
import { addDays, weekdayOf } from '../../core/calendar/iso-date.js';
import { findOpenNationalDay } from '../../core/calendar/national-day.js';
import { sayDay, sayHours, saySpan } from '../../core/calendar/say-calendar.js';
import type { Say } from '../../core/say.js';
import { pathOf } from '../../core/tree.js';
import type { Unit } from '../../store/units.js';

/** Days off are listed this far ahead: the next Tết is seen from the summer on. */
const daysAhead = 120;
const linesAtMost = 40;

/** The working hours of a unit; of the organisation when null. */
export function hoursOf(book: CalendarBook, unitId: number | null) {
  const path = unitId === null ? [] : pathOf(book.units, unitId);
  return path.map((id) => book.unitHours.find((one) => one.unitId === id)).find(Boolean) ?? book.hours;
}

/** Working weekdays that are off, and other days that are worked, with the note where one was set. */
export function listDaysOff(t: Say, book: CalendarBook, unitId: number | null, today: string): string[] {
  const calendar = calendarOf(book, unitId);
  const { days } = hoursOf(book, unitId);
  const path = unitId === null ? [] : pathOf(book.units, unitId);
  const found: string[] = [];
  for (let day = today, left = daysAhead; left > 0; day = addDays(day, 1), left -= 1) {
    const usual = days.includes(weekdayOf(day));
    if (calendar.isWorkingDay(day) === usual || calendar.isLeave(day)) continue;
    const set = book.days.find(
      (one) => one.day === day && (one.unitId === null || path.includes(one.unitId)),
    );
    const note = set?.note ? ` (${set.note})` : set ? '' : ` (${t('calendar.holiday')})`;
    found.push(`${sayDay(t, day)}: ${t(usual ? 'calendar.off' : 'calendar.worked')}${note}`);
  }
  return found.slice(0, linesAtMost);
}

/** Which day off an admin still has to enter, as no rule tells it; null when there is none. */
export function askForDay(t: Say, book: CalendarBook, unitId: number | null, today: string): string | null {
  const path: (number | null)[] = unitId === null ? [null] : [null, ...pathOf(book.units, unitId)];
  const day = findOpenNationalDay(today, (wanted) =>
    book.days.some((one) => one.day === wanted && !one.isWorked && path.includes(one.unitId)),
  );
  return day === null ? null : t('calendar.nationalDay', { year: day.slice(0, 4) });
}

/** What single units have of their own: days, hours, leaves. */
export function listOwn(
  t: Say,
  {
    book,
    unit,
    seen,
    today,
  }: { book: CalendarBook; unit: Unit | null; seen: ReadonlyMap<number, Unit>; today: string },
): string[] {
  const isShown = (id: number | null): id is number =>
    id !== null && seen.has(id) && (!unit || id === unit.id);
  const code = (id: number) => seen.get(id)?.code ?? '';
  const leaves = book.leaves
    .filter(({ unitId, lastDay }) => isShown(unitId) && lastDay >= today)
    .map(({ unitId, firstDay, lastDay, note }) => {
      const days = saySpan(t, firstDay, lastDay);
      return `${t('calendar.leaveLine', { code: code(unitId), days })}${note ? ` (${note})` : ''}`;
    });
  if (unit) return leaves;
  const hours = book.unitHours
    .filter(({ unitId }) => isShown(unitId))
    .map((one) => `${code(one.unitId)}: ${sayHours(t, one)}`);
  const days = book.days.flatMap(({ unitId, day, isWorked, note }) => {
    if (!isShown(unitId) || day < today) return [];
    const kind = t(isWorked ? 'calendar.worked' : 'calendar.off');
    return [`${code(unitId)}: ${sayDay(t, day)}: ${kind}${note ? ` (${note})` : ''}`];
  });
  return [...leaves, ...hours, ...days].slice(0, linesAtMost);
}
