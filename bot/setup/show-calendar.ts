import { officeHoursOf } from '../../config/rules.js';
import { calendarOf, type CalendarBook } from '../../core/calendar/calendar-book.js';
import { addDays, localDate, weekdayOf } from '../../core/calendar/iso-date.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { pathOf } from '../../core/tree.js';
import { loadCalendarBook } from '../../store/calendar.js';
import type { Unit } from '../../store/units.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { answer } from '../context.js';
import { findReachable } from './list-units.js';
import { sayDay, sayHours, saySpan } from './say-calendar.js';

/** Days off are listed this far ahead: the next Tết is seen from the summer on. */
const daysAhead = 120;
const linesAtMost = 40;

/** The calendar of a unit, or of the organisation with what its units have of their own. */
export async function showCalendar(ctx: Context, unit: Unit | null): Promise<void> {
  const { t } = ctx;
  if (unit) await authorise(ctx, 'watch', unit.id);
  const reach = await findReachable(ctx, 'watch');
  const seen = new Map(reach.map((one) => [one.id, one]));
  const book = await loadCalendarBook(ctx.db, officeHoursOf(ctx.runtime.settings), 'all');
  const today = localDate(ctx.now, unit?.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE);
  const head = unit ? t('calendar.of', { code: unit.code, name: unit.name }) : t('calendar.title');
  const off = listDaysOff(ctx, book, unit?.id ?? null, today);
  const own = listOwn(ctx, { book, unit, seen, today });
  const lines: RichText[] = [
    [bold(head)],
    [plain(t('calendar.hoursAre', { hours: sayHours(t, hoursOf(book, unit?.id ?? null)) }))],
    [plain(off.length > 0 ? t('calendar.daysOff') : t('calendar.noDaysOff'))],
    ...off.map((line): RichText => [plain(`– ${line}`)]),
    ...(own.length > 0
      ? [[plain(t('calendar.own'))], ...own.map((line): RichText => [plain(`– ${line}`)])]
      : []),
    [plain(`\n${t('calendar.help')}`)],
  ];
  await answer(ctx, { text: joinLines(lines) });
}

function hoursOf(book: CalendarBook, unitId: number | null) {
  const path = unitId === null ? [] : pathOf(book.units, unitId);
  return path.map((id) => book.unitHours.find((one) => one.unitId === id)).find(Boolean) ?? book.hours;
}

/** Working weekdays that are off, and other days that are worked, with the note where one was set. */
function listDaysOff(ctx: Context, book: CalendarBook, unitId: number | null, today: string): string[] {
  const { t } = ctx;
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

/** What single units have of their own: days, hours, leaves. */
function listOwn(
  ctx: Context,
  {
    book,
    unit,
    seen,
    today,
  }: { book: CalendarBook; unit: Unit | null; seen: ReadonlyMap<number, Unit>; today: string },
): string[] {
  const { t } = ctx;
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
