import { sayDeadline } from '../../../core/deadline/say-deadline.js';
import { sayLateness } from '../../../core/lateness/say-lateness.js';
import { sayQuorumStand } from '../../../core/quorum/quorum-stand.js';
import { describeShare, describeValue } from '../../../core/replies/describe-stand.js';
import { progressGroups, type ProgressGroup } from '../../../core/replies/group-progress.js';
import type { ViewedDirective } from '../../../store/directive-view.js';
import type { Visit } from '../page.js';
import { Ago } from '../parts/moment.js';
import { FindForm, Pills } from '../parts/find-form.js';
import { Pager, readPage, withQuery } from '../parts/pager.js';
import { choosePartRows, sorts, type PartRow, type Sort, type TableWish } from './part-rows.js';
import { groupTones, reachTones } from './tones.js';

/** What of the table changes while one looks at it. Not the field: somebody may be typing there. */
export const unitTableParts = ['unit-count', 'unit-pills', 'unit-rows'];

/** So many units on one page: a phone scrolls that far. */
const size = 100;

interface Table {
  visit: Visit;
  directive: ViewedDirective;
  rows: readonly PartRow[];
}

/** What the address wishes of the table; anything else is as if it were not said. */
export function readWish(query: URLSearchParams): TableWish {
  const sort = sorts.find((name) => name === query.get('sort')) ?? 'unit';
  const group = progressGroups.find((name) => name === query.get('show')) ?? null;
  return { group, sort, words: (query.get('q') ?? '').slice(0, 100) };
}

/** How each unit stands, to be narrowed by state and name, and put in order. */
export function UnitTable({ visit, directive, rows }: Table) {
  const { t, query } = visit;
  const wish = readWish(query);
  const chosen = choosePartRows(rows, wish);
  const page = readPage(query);
  const path = `/admin/directives/${directive.number}`;
  return (
    <section class="card" id="units" aria-labelledby="units-title">
      <h2 id="units-title">
        {t('directives.units')}{' '}
        <span class="count" id="unit-count">
          {chosen.length}
        </span>
      </h2>
      <Filters visit={visit} path={path} wish={wish} rows={rows} />
      <div id="unit-rows">
        {chosen.length === 0 ? (
          <p class="empty">{t('directives.noUnit')}</p>
        ) : (
          <table class="table">
            <Heads visit={visit} path={path} wish={wish} />
            <tbody>
              {chosen.slice(page * size, (page + 1) * size).map((row) => (
                <UnitRow visit={visit} directive={directive} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <Pager visit={visit} path={path} page={page} size={size} total={chosen.length} />
    </section>
  );
}

interface Narrowed {
  visit: Visit;
  path: string;
  wish: TableWish;
}

/** Each state with how many units are in it, and a field for a unit's name. */
function Filters({ visit, path, wish, rows }: Narrowed & { rows: readonly PartRow[] }) {
  const { t, query } = visit;
  const counts = new Map<ProgressGroup, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const pill = (group: ProgressGroup | null, label: string) => ({
    id: `pill-${group ?? 'all'}`,
    label,
    href: withQuery(path, query, { show: group ?? '', page: '' }),
    isOn: wish.group === group,
  });
  const groups = progressGroups.filter((group) => counts.has(group));
  const pills = [
    pill(null, t('directives.all', { count: rows.length })),
    ...groups.map((group) => pill(group, t(`progress.count.${group}`, { count: counts.get(group)! }))),
  ];
  const keep = { sort: wish.sort, ...(wish.group ? { show: wish.group } : {}) };
  return (
    <div class="filters">
      <div id="unit-pills">
        <Pills pills={pills} />
      </div>
      <FindForm visit={visit} path={path} label={t('directives.findUnit')} words={wish.words} keep={keep} />
    </div>
  );
}

function Heads(narrowed: Narrowed) {
  return (
    <thead>
      <tr>
        <Head {...narrowed} sort="unit" label="unit" />
        <Head {...narrowed} sort="state" label="state" />
        <Head {...narrowed} sort="said" label="words" />
        <Head {...narrowed} sort="late" label="late" />
        <th scope="col">{narrowed.visit.t('directives.column.delivery')}</th>
      </tr>
    </thead>
  );
}

/** The head of a column by which the table can be put in order. */
function Head({ visit, path, wish, sort, label }: Narrowed & { sort: Sort; label: string }) {
  const { t, query } = visit;
  const isOn = wish.sort === sort;
  const direction = sort === 'unit' ? 'ascending' : 'descending';
  return (
    <th scope="col" {...(isOn ? { 'aria-sort': direction } : {})}>
      <a id={`sort-${sort}`} href={withQuery(path, query, { sort, page: '' })}>
        {t(`directives.column.${label}`)}
        {isOn ? <span aria-hidden="true">{sort === 'unit' ? ' ↑' : ' ↓'}</span> : null}
      </a>
    </th>
  );
}

function UnitRow({ visit, directive, row }: { visit: Visit; directive: ViewedDirective; row: PartRow }) {
  const { t } = visit;
  const { group, late, reach } = row;
  const path = `/admin/directives/${directive.number}/${encodeURIComponent(row.unitCode)}`;
  return (
    <tr>
      <th scope="row">
        <a id={`unit-${row.unitCode}`} href={path}>
          <strong>{row.unitCode}</strong> {row.unitName}
        </a>
      </th>
      <td>
        <span class={`chip ${groupTones[group]}`}>{t(`directives.state.${group}`)}</span>{' '}
        <Stand visit={visit} directive={directive} row={row} />
      </td>
      <td>
        {row.words === null ? null : (
          <>
            {row.words === '' ? null : <q class="words">{row.words}</q>}
            {row.saidAt ? (
              <small class="soft">
                <Ago visit={visit} at={row.saidAt} />
              </small>
            ) : null}
          </>
        )}
      </td>
      <td>
        {late ? (
          <span class="over">{sayLateness(t, late, row.doneAt === null ? 'overdue' : 'late')}</span>
        ) : null}
      </td>
      <td {...(reach === 'sent' ? { class: 'usual' } : { 'data-label': t('directives.column.delivery') })}>
        <span class={`dot ${reach === null ? 'none' : reachTones[reach]}`} aria-hidden="true" />
        {t(`directives.reach.${reach ?? 'none'}`)}
      </td>
    </tr>
  );
}

/** Share, figure and obstacle, as far as there are any. */
function Stand({ visit, directive, row }: { visit: Visit; directive: ViewedDirective; row: PartRow }) {
  const { t } = visit;
  const figure = row.value === null ? '' : describeValue(t, row.value, directive.spec);
  const quorum = row.quorum && row.doneAt === null ? sayQuorumStand(t, row.quorum, true) : '';
  const share = row.doneAt === null ? describeShare(t, row) : '';
  return (
    <>
      {[figure, share, quorum].filter((words) => words !== '').join(' · ')}
      {row.extended && row.dueAt ? (
        <span class="block soft">
          {t('progress.extended', { due: sayDeadline(t, row.dueAt, visit.runtime.settings.ORG_TIME_ZONE) })}
        </span>
      ) : null}
      {row.difficulty === null ? null : <span class="block over">{row.difficulty}</span>}
      {row.proposal === null ? null : (
        <span class="block">{t('progress.proposal', { words: row.proposal })}</span>
      )}
      {row.nextStep === null ? null : (
        <span class="block">{t('progress.nextStep', { words: row.nextStep })}</span>
      )}
    </>
  );
}
