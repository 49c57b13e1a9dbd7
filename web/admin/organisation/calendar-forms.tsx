import { isAllowedSomewhere } from '../../../core/authorise.js';
import type { WorkingHours } from '../../../core/calendar/working-calendar.js';
import type { Unit } from '../../../store/units.js';
import type { Visit } from '../page.js';
import { ButtonForm, Choice, DayField, TextField, UnitCodes, UnitField } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';

/** Days, hours and leaves, for all or for a unit that is named. For whoever may set them anywhere. */
export function CalendarForms({
  visit,
  units,
  hours,
}: {
  visit: Visit;
  units: readonly Unit[];
  hours: WorkingHours;
}) {
  if (!isAllowedSomewhere(visit.speaker.roles, 'manage-calendar')) return null;
  return (
    <div class="folds">
      <UnitCodes units={units} />
      <Days visit={visit} />
      <Hours visit={visit} hours={hours} />
      <Leave visit={visit} />
      <End visit={visit} />
    </div>
  );
}

interface OfUnit {
  visit: Visit;
  /** The unit that the page is about; it is asked for where there is none. */
  code?: string;
}

/** Which unit it is for. */
function Whom({ visit, act, code, isOptional = false }: OfUnit & { act: string; isOptional?: boolean }) {
  if (code !== undefined) return <input type="hidden" name="code" value={code} />;
  const label = visit.t(isOptional ? 'organisation.calendar.unitOrAll' : 'organisation.calendar.unit');
  return <UnitField visit={visit} act={act} name="code" label={label} isOptional={isOptional} />;
}

/** Days that are off or worked unlike the others, or as usual again. */
export function Days({ visit, code }: OfUnit) {
  const { t } = visit;
  const field = { visit, act: 'setDays' };
  const options = (['off', 'work', 'clear'] as const).map((value) => ({
    value,
    label: t(`organisation.calendar.verb.${value}`),
  }));
  return (
    <Fold visit={visit} act="setDays" label={t('organisation.calendar.days')}>
      <div class="pair">
        <Choice {...field} name="verb" label={t('organisation.calendar.what')} options={options} />
        <Whom {...field} {...(code === undefined ? {} : { code })} isOptional />
      </div>
      <Span {...field} />
      <button name="act" value="setDays" class="primary">
        {t('organisation.calendar.set')}
      </button>
    </Fold>
  );
}

/** From a day to another, and why. */
function Span(field: { visit: Visit; act: string }) {
  const { t } = field.visit;
  return (
    <>
      <div class="pair">
        <DayField {...field} name="first" label={t('organisation.calendar.first')} />
        <DayField {...field} name="last" label={t('organisation.calendar.last')} isOptional />
      </div>
      <TextField {...field} name="note" label={t('organisation.calendar.note')} most={100} isOptional />
    </>
  );
}

/** When a unit and those below it work. */
export function Hours({ visit, code, hours }: OfUnit & { hours: WorkingHours }) {
  const { t } = visit;
  const act = 'setHours';
  return (
    <Fold visit={visit} act={act} label={t('organisation.calendar.hours')}>
      <Whom {...{ visit, act }} {...(code === undefined ? {} : { code })} />
      <div class="pair">
        <label>
          {t('organisation.calendar.from')}
          <input type="time" name="from" value={hours.from} required />
        </label>
        <label>
          {t('organisation.calendar.until')}
          <input type="time" name="until" value={hours.until} required />
        </label>
      </div>
      <Weekdays visit={visit} worked={hours.days} />
      <div class="row">
        <button name="act" value={act} class="primary">
          {t('organisation.calendar.set')}
        </button>
        <button name="act" value="clearHours" formnovalidate>
          {t('organisation.calendar.asAbove')}
        </button>
      </div>
    </Fold>
  );
}

function Weekdays({ visit: { t }, worked }: { visit: Visit; worked: readonly number[] }) {
  return (
    <fieldset>
      <legend>{t('organisation.calendar.weekdays')}</legend>
      <div class="pills">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label class="pill">
            <input
              type="checkbox"
              name="days"
              value={String(day)}
              {...(worked.includes(day) ? { checked: true } : {})}
            />
            {t(`deadline.weekday.${day}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A time in which a unit and those below it owe nothing. */
export function Leave({ visit, code }: OfUnit) {
  const { t } = visit;
  const field = { visit, act: 'giveLeave' };
  return (
    <Fold visit={visit} act="giveLeave" label={t('organisation.calendar.leave')}>
      <Whom {...field} {...(code === undefined ? {} : { code })} />
      <Span {...field} />
      <p class="fine">{t('organisation.calendar.leaveHint')}</p>
      <button name="act" value="giveLeave" class="primary">
        {t('organisation.calendar.giveLeave')}
      </button>
    </Fold>
  );
}

/** Ends the leaves of a unit that is named. */
function End({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="endLeave" label={t('organisation.calendar.endLeave')}>
      <Whom visit={visit} act="endLeave" />
      <button name="act" value="endLeave" class="primary">
        {t('organisation.calendar.endLeave')}
      </button>
    </Fold>
  );
}

/** Ends the leaves of the unit that the page is about. */
export function EndLeave({ visit, code }: { visit: Visit; code: string }) {
  return (
    <ButtonForm act="endLeave" fields={{ code }}>
      {visit.t('organisation.calendar.endLeave')}
    </ButtonForm>
  );
}
