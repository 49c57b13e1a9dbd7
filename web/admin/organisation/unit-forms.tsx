import { isAllowed } from '../../../core/authorise.js';
import type { Unit } from '../../../store/units.js';
import type { Visit } from '../page.js';
import { TextField, UnitCodes, UnitField } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';

/** What changes the tree: one more unit, a list of them, another place. For whoever may. */
export function UnitForms({ visit, units }: { visit: Visit; units: readonly Unit[] }) {
  if (!isAllowed(visit.speaker.roles, 'manage-units', [])) return null;
  return (
    <div class="folds">
      <UnitCodes units={units} />
      <Add visit={visit} />
      <Import visit={visit} />
      <Move visit={visit} />
    </div>
  );
}

function Add({ visit }: { visit: Visit }) {
  const { t } = visit;
  const field = { visit, act: 'addUnit' };
  return (
    <Fold visit={visit} act="addUnit" label={t('organisation.add')}>
      <div class="pair">
        <TextField {...field} name="code" label={t('organisation.code')} most={32} />
        <TextField {...field} name="name" label={t('organisation.name')} most={200} />
      </div>
      <div class="pair">
        <UnitField {...field} name="parent" label={t('organisation.above')} isOptional />
        <TextField {...field} name="tags" label={t('organisation.tags')} most={500} isOptional />
      </div>
      <button name="act" value="addUnit" class="primary">
        {t('organisation.add')}
      </button>
    </Fold>
  );
}

function Import({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="importUnits" label={t('organisation.import.label')} takesFiles>
      <label>
        {t('organisation.import.file')}
        <input
          type="file"
          name="list"
          required
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      </label>
      <p class="fine">{t('organisation.import.hint')}</p>
      <button name="act" value="importUnits" class="primary">
        {t('organisation.import.button')}
      </button>
    </Fold>
  );
}

function Move({ visit }: { visit: Visit }) {
  const { t } = visit;
  const field = { visit, act: 'move' };
  return (
    <Fold visit={visit} act="move" label={t('organisation.move')} mark={{ 'data-move-form': '' }}>
      <div class="pair">
        <UnitField {...field} name="code" label={t('organisation.unit')} />
        <UnitField {...field} name="parent" label={t('organisation.parent')} isOptional />
      </div>
      <button name="act" value="move" class="primary">
        {t('organisation.move')}
      </button>
    </Fold>
  );
}
