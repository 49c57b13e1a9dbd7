import { officeHoursOf } from '../../config/rules.js';
import { localDate } from '../../core/calendar/iso-date.js';
import { sayHours } from '../../core/calendar/say-calendar.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { loadCalendarBook } from '../../store/calendar.js';
import type { Unit } from '../../store/units.js';
import { askForDay, hoursOf, listDaysOff, listOwn } from '../../services/calendar/coming-days.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { answer } from '../context.js';
import { findReachable } from './list-units.js';

/** The calendar of a unit, or of the organisation with what its units have of their own. */
export async function showCalendar(ctx: Context, unit: Unit | null): Promise<void> {
  const { t } = ctx;
  if (unit) await authorise(ctx, 'watch', unit.id);
  const reach = await findReachable(ctx, 'watch');
  const seen = new Map(reach.map((one) => [one.id, one]));
  const book = await loadCalendarBook(ctx.db, officeHoursOf(ctx.runtime.settings), 'all');
  const today = localDate(ctx.now, unit?.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE);
  const head = unit ? t('calendar.of', { code: unit.code, name: unit.name }) : t('calendar.title');
  const off = listDaysOff(t, book, unit?.id ?? null, today);
  const wanted = askForDay(t, book, unit?.id ?? null, today);
  const own = listOwn(t, { book, unit, seen, today });
  const lines: RichText[] = [
    [bold(head)],
    [plain(t('calendar.hoursAre', { hours: sayHours(t, hoursOf(book, unit?.id ?? null)) }))],
    [plain(off.length > 0 ? t('calendar.daysOff') : t('calendar.noDaysOff'))],
    ...off.map((line): RichText => [plain(`– ${line}`)]),
    ...(wanted === null ? [] : [[plain(wanted)]]),
    ...(own.length > 0
      ? [[plain(t('calendar.own'))], ...own.map((line): RichText => [plain(`– ${line}`)])]
      : []),
    [plain(`\n${t('calendar.help')}`)],
  ];
  await answer(ctx, { text: joinLines(lines) });
}
