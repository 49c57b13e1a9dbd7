import { officeHoursOf } from '../../../config/rules.js';
import { localDate } from '../../../core/calendar/iso-date.js';
import { sayHours } from '../../../core/calendar/say-calendar.js';
import { hoursOf, listDaysOff, listOwn } from '../../../services/calendar/coming-days.js';
import { loadCalendarBook } from '../../../store/calendar.js';
import type { Unit } from '../../../store/units.js';
import { Days, EndLeave, Hours, Leave } from '../organisation/calendar-forms.js';
import { Lines } from '../organisation/coming-days.js';
import type { Visit } from '../page.js';

/** When the unit works, by itself or with those above it, and what sets that. */
export async function UnitCalendar({ visit, unit, maySet }: { visit: Visit; unit: Unit; maySet: boolean }) {
  const { db, t, now, runtime } = visit;
  const book = await loadCalendarBook(db, officeHoursOf(runtime.settings), [unit.id]);
  const today = localDate(now, unit.timeZone ?? runtime.settings.ORG_TIME_ZONE);
  const hours = hoursOf(book, unit.id);
  const off = listDaysOff(t, book, unit.id, today);
  const leaves = listOwn(t, { book, unit, seen: new Map([[unit.id, unit]]), today });
  const own = { visit, code: unit.code };
  return (
    <section class="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('organisation.part.calendar')}</h2>
      <p>{t('calendar.hoursAre', { hours: sayHours(t, hours) })}</p>
      <Lines lines={[...leaves, ...off]} />
      {maySet && leaves.length > 0 ? <EndLeave {...own} /> : null}
      {maySet ? (
        <div class="folds">
          <Leave {...own} />
          <Hours {...own} hours={hours} />
          <Days {...own} />
        </div>
      ) : null}
    </section>
  );
}
