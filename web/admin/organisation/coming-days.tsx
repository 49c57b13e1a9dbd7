import { officeHoursOf } from '../../../config/rules.js';
import { localDate } from '../../../core/calendar/iso-date.js';
import { sayHours } from '../../../core/calendar/say-calendar.js';
import { askForDay, hoursOf, listDaysOff, listOwn } from '../../../services/calendar/coming-days.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { loadCalendarBook } from '../../../store/calendar.js';
import { listUnits } from '../../../store/units.js';
import type { Visit } from '../page.js';
import { calendarActs } from './calendar-acts.js';
import { CalendarForms } from './calendar-forms.js';
import type { Part } from './part.js';

export const calendarPart: Part = { right: 'watch', show: ComingDays, acts: calendarActs };

/** Hours, the coming days that are not as usual, and what the units within reach have of their own. */
async function ComingDays(visit: Visit) {
  const { db, t, now, runtime, speaker } = visit;
  const { unitIds } = await findWatcher(db, speaker);
  const seenIds = unitIds && new Set(unitIds);
  const units = (await listUnits(db)).filter(({ id }) => !seenIds || seenIds.has(id));
  const book = await loadCalendarBook(db, officeHoursOf(runtime.settings), 'all');
  const today = localDate(now, runtime.settings.ORG_TIME_ZONE);
  const off = listDaysOff(t, book, null, today);
  const wanted = askForDay(t, book, null, today);
  const seen = new Map(units.map((unit) => [unit.id, unit]));
  const own = listOwn(t, { book, unit: null, seen, today });
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title')}</h2>
      <p>{t('calendar.hoursAre', { hours: sayHours(t, hoursOf(book, null)) })}</p>
      <h3>{t(off.length > 0 ? 'calendar.daysOff' : 'calendar.noDaysOff')}</h3>
      <Lines lines={off} />
      {wanted === null ? null : <p>{wanted}</p>}
      {own.length > 0 ? <h3>{t('calendar.own')}</h3> : null}
      <Lines lines={own} />
      <CalendarForms visit={visit} units={units} hours={hoursOf(book, null)} />
    </section>
  );
}

/** Sentences, one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <ul class="lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
