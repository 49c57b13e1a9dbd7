import type { Unit } from '../../../store/units.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { TextField, UnitCodes, UnitField } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';

interface Known {
  visit: Visit;
  unit: Unit;
  units: readonly Unit[];
}

/** Name, place and tags of a unit, to be changed, and the way to remove it. */
export function Facts({ visit, unit, units }: Known) {
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="facts">
      <h2 id="facts">{t('organisation.facts')}</h2>
      <UnitCodes units={units} />
      <div class="folds">
        <Revise visit={visit} unit={unit} units={units} />
        <Fold visit={visit} act="removeUnit" label={t('organisation.remove')}>
          <p class="fine">{t('organisation.removeHint')}</p>
          <button name="act" value="removeUnit" class="danger">
            {t('organisation.removeButton', { code: unit.code })}
          </button>
        </Fold>
      </div>
    </section>
  );
}

function Revise({ visit, unit, units }: Known) {
  const { t, runtime } = visit;
  const field = { visit, act: 'reviseUnit' };
  const above = units.find(({ id }) => id === unit.parentId)?.code ?? '';
  return (
    <Fold visit={visit} act="reviseUnit" label={t('organisation.revise')}>
      <TextField {...field} name="name" label={t('organisation.name')} most={200} before={unit.name} />
      <div class="pair">
        <UnitField {...field} name="parent" label={t('organisation.above')} before={above} isOptional />
        <TextField
          {...field}
          name="tags"
          label={t('organisation.tags')}
          most={500}
          before={unit.tags.map((tag) => `#${tag}`).join(' ')}
          isOptional
        />
      </div>
      <label>
        {t('organisation.zone')}
        <input
          name="timeZone"
          value={typed(visit, 'reviseUnit', 'timeZone', unit.timeZone ?? '')}
          maxlength={60}
          placeholder={runtime.settings.ORG_TIME_ZONE}
          autocomplete="off"
        />
      </label>
      <button name="act" value="reviseUnit" class="primary">
        {t('organisation.saved.save')}
      </button>
    </Fold>
  );
}
