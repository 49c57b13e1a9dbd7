import { summaryClasses, type SummaryClass } from '../../../core/summary/classify.js';
import type { Translate } from '../../../locales/texts.js';
import type { MatrixDirective, MatrixUnit } from '../../../store/matrix.js';
import type { Visit } from '../page.js';

/** As in the reports' pictures; what is well has a sign here, too, for whoever sees no colours. */
export const marks: Record<SummaryClass, string> = {
  doneInTime: '✓',
  doneLate: 'M',
  openInTerm: '·',
  openOverdue: '!',
};

export function Legend({ t }: { t: Translate }) {
  return (
    <ul class="legend">
      {summaryClasses.map((name) => (
        <li>
          <span class={`mark ${name}`} aria-hidden="true">
            {marks[name]}
          </span>
          {t(`summary.class.${name}`)}
        </li>
      ))}
      <li>
        <span class="mark" aria-hidden="true">
          –
        </span>
        {t('matrix.notGiven')}
      </li>
    </ul>
  );
}

interface Grid {
  visit: Visit;
  units: readonly MatrixUnit[];
  directives: readonly MatrixDirective[];
  /** By unit, then by directive. */
  classes: ReadonlyMap<number, ReadonlyMap<number, SummaryClass>>;
}

/** Units by directives: a table whose every cell says its class by colour, sign and name, and leads to the exchange. */
export function MatrixGrid({ visit, units, directives, classes }: Grid) {
  const { t } = visit;
  const words = Object.fromEntries(
    summaryClasses.map((name) => [name, t(`summary.class.${name}`)]),
  ) as Record<SummaryClass, string>;
  return (
    <div class="scroll grid" tabindex={0} role="region" aria-label={t('matrix.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('report.column.unit')}</th>
            <th scope="col">{t('matrix.overdue')}</th>
            {directives.map(({ number, title }) => (
              <th scope="col">
                <a href={`directives/${number}`} title={title}>
                  #{number}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <Row unit={unit} directives={directives} own={classes.get(unit.id)} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowOf {
  unit: MatrixUnit;
  directives: readonly MatrixDirective[];
  own: ReadonlyMap<number, SummaryClass> | undefined;
  words: Record<SummaryClass, string>;
}

function Row({ unit, directives, own, words }: RowOf) {
  const code = encodeURIComponent(unit.code);
  const overdue = [...(own?.values() ?? [])].filter((name) => name === 'openOverdue').length;
  return (
    <tr>
      <th scope="row">
        <a href={`matrix/${code}`}>
          <strong>{unit.code}</strong> {unit.name}
        </a>
      </th>
      <td>{overdue === 0 ? '' : <b class="over">{overdue}</b>}</td>
      {directives.map(({ id, number }) => {
        const name = own?.get(id);
        return name === undefined ? (
          <td>–</td>
        ) : (
          <td>
            <a class={`mark ${name}`} href={`directives/${number}/${code}`} aria-label={words[name]}>
              {marks[name]}
            </a>
          </td>
        );
      })}
    </tr>
  );
}
