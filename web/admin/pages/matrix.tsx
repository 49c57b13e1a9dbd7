import type { SummaryClass } from '../../../core/summary/classify.js';
import { foldText } from '../../../core/text/fold.js';
import { branchOf } from '../../../core/tree.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listTree } from '../../../store/unit-names.js';
import {
  listCells,
  listColumns,
  listRowUnits,
  matrixStates,
  type MatrixPart,
  type MatrixState,
  type MatrixUnit,
} from '../../../store/matrix.js';
import { classifyParts, type Classed } from '../matrix/classed.js';
import { Legend, MatrixGrid } from '../matrix/grid.js';
import type { Page, Visit } from '../page.js';
import { FindForm, Pills } from '../parts/find-form.js';
import { Pager, readPage, withQuery } from '../parts/pager.js';

const path = '/admin/matrix';
/** Of what a screen can show at once; the rest is a page further. */
const rowsShown = 60;
const columnsShown = 50;

interface Wish {
  state: MatrixState;
  sort: 'unit' | 'overdue';
  /** The code of a unit: it and those below it. */
  branch: string;
  words: string;
}

function readWish(query: URLSearchParams): Wish {
  return {
    state: matrixStates.find((name) => name === query.get('state')) ?? 'open',
    sort: query.get('sort') === 'overdue' ? 'overdue' : 'unit',
    branch: (query.get('branch') ?? '').slice(0, 60),
    words: (query.get('q') ?? '').slice(0, 100),
  };
}

/** Every unit against every directive, coloured by the four official classes. */
export const matrixPage: Page = {
  path: '/matrix',
  right: 'watch',
  nav: { label: 'matrix.title', icon: 'matrix' },
  async show(visit) {
    const { db, t, query, speaker, now } = visit;
    const wish = readWish(query);
    const watcher = await findWatcher(db, speaker);
    const page = readPage(query);
    const set = readPage(query, 'set');
    const columns = await listColumns(db, watcher, {
      ...{ state: wish.state, offset: set * columnsShown, most: columnsShown },
    });
    const directiveIds = columns.rows.map(({ id }) => id);
    const units = choose(
      await listRowUnits(db, watcher, { directiveIds, now, sort: wish.sort }),
      wish,
      await listTree(db),
    );
    const shown = units.slice(page * rowsShown, (page + 1) * rowsShown);
    const parts = await listCells(db, watcher, { directiveIds, unitIds: shown.map(({ id }) => id) });
    const classes = arrange(await classifyParts(db, parts, now));
    const body = (
      <>
        <h1>{t('matrix.title')}</h1>
        <Narrowing visit={visit} wish={wish} />
        <section class="card">
          <Legend t={t} />
          {shown.length === 0 ? (
            <p class="empty">{t('matrix.none')}</p>
          ) : (
            <MatrixGrid visit={visit} units={shown} directives={columns.rows} classes={classes} />
          )}
          <Sets visit={visit} set={set} total={columns.total} />
        </section>
        <Pager visit={visit} path={path} page={page} size={rowsShown} total={units.length} />
      </>
    );
    return { title: t('matrix.title'), body };
  },
};

/** Ways to the directives before and after those that stand side by side. */
function Sets({ visit, set, total }: { visit: Visit; set: number; total: number }) {
  const { t } = visit;
  const words = { label: t('matrix.sets'), before: t('matrix.newer'), after: t('matrix.older') };
  return <Pager {...{ visit, path, total, words }} page={set} size={columnsShown} name="set" />;
}

/** The units that are wanted. */
function choose(
  units: readonly MatrixUnit[],
  { branch, words }: Wish,
  tree: Awaited<ReturnType<typeof listTree>>,
): MatrixUnit[] {
  const top = branch === '' ? null : tree.find(({ code }) => code === branch.toUpperCase());
  const within = top ? new Set(branchOf(tree, top.id)) : null;
  const wanted = foldText(words.trim());
  return units.filter(
    ({ id, code, name }) =>
      (branch === '' || within?.has(id)) && (wanted === '' || foldText(`${code} ${name}`).includes(wanted)),
  );
}

function arrange(parts: readonly Classed<MatrixPart>[]): Map<number, Map<number, SummaryClass>> {
  const classes = new Map<number, Map<number, SummaryClass>>();
  for (const { unitId, directiveId, class: name } of parts) {
    const own = classes.get(unitId) ?? new Map<number, SummaryClass>();
    classes.set(unitId, own.set(directiveId, name));
  }
  return classes;
}

function Narrowing({ visit, wish }: { visit: Visit; wish: Wish }) {
  const { t, query } = visit;
  const { state, sort, branch, words } = wish;
  const pill = (name: string, value: string, isOn: boolean) => ({
    label: t(`matrix.${name}.${value}`),
    href: withQuery(path, query, { [name]: value, page: '', ...(name === 'state' ? { set: '' } : {}) }),
    isOn,
  });
  const whole = {
    label: t('matrix.branch', { code: branch }),
    href: withQuery(path, query, { branch: '', page: '' }),
  };
  return (
    <div class="filters">
      <div class="row">
        <Pills pills={matrixStates.map((one) => pill('state', one, one === state))} />
        <Pills
          pills={[
            ...(['unit', 'overdue'] as const).map((one) => pill('sort', one, one === sort)),
            ...(branch === '' ? [] : [{ ...whole, isOn: true }]),
          ]}
        />
      </div>
      <FindForm
        visit={visit}
        path={path}
        label={t('directives.findUnit')}
        words={words}
        keep={{ state, sort, ...(branch === '' ? {} : { branch }) }}
      />
    </div>
  );
}
