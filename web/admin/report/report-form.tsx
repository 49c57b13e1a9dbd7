import type { UnitName } from '../../../store/unit-names.js';
import type { Visit } from '../page.js';

/** A period in words as in the chat, and a unit where it is to be of one alone. */
export function ReportForm({
  visit,
  units,
  wish,
}: {
  visit: Visit;
  units: readonly UnitName[];
  wish: { period: string; unit: string };
}) {
  const { t } = visit;
  return (
    <form method="get" action="/admin/reports/read" class="fields">
      <label>
        {t('reports.period')}
        <input
          name="period"
          value={wish.period}
          maxlength={100}
          autocomplete="off"
          aria-describedby="period-hint"
        />
      </label>
      <label>
        {t('reports.unit')}
        <input name="unit" value={wish.unit} maxlength={60} list="units" autocomplete="off" />
      </label>
      <button class="primary">{t('reports.show')}</button>
      <datalist id="units">
        {units.map(({ code, name }) => (
          <option value={code}>{name}</option>
        ))}
      </datalist>
      <p class="fine" id="period-hint">
        {t('reports.periodHint')}
      </p>
    </form>
  );
}
