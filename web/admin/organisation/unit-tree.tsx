import { labelOf } from '../../../channels/platform-name.js';
import { isAllowed } from '../../../core/authorise.js';
import { foldText } from '../../../core/text/fold.js';
import { pathOf, walkTree, type Walked } from '../../../core/tree.js';
import { findWatcher } from '../../../services/find-watcher.js';
import type { ChatWithUnit } from '../../../store/chats.js';
import { listUnitGroups } from '../../../store/groups.js';
import { listUnits, type Unit } from '../../../store/units.js';
import type { Visit } from '../page.js';
import { FindForm } from '../parts/find-form.js';
import { Pager, readPage } from '../parts/pager.js';
import { LifeSign } from '../unit/groups.js';
import { MoveDialog } from './move-dialog.js';
import type { Part } from './part.js';
import { unitActs } from './unit-acts.js';
import { UnitForms } from './unit-forms.js';

/** So many units on one page: a phone scrolls that far. */
const size = 100;
const path = '/admin/organisation';
/** Deeper ones stand no further to the right: a phone is narrow. */
const deepest = 4;

export const unitsPart: Part = { right: 'watch', show: UnitTree, acts: unitActs };

/** The units that the reader watches, below each other, with their groups on every channel. */
async function UnitTree(visit: Visit) {
  const { db, t, query, speaker } = visit;
  const { unitIds } = await findWatcher(db, speaker);
  const seen = unitIds && new Set(unitIds);
  const units = (await listUnits(db)).filter(({ id }) => !seen || seen.has(id));
  const words = (query.get('q') ?? '').slice(0, 100);
  const wanted = foldText(words.trim());
  const rows = walkTree(units, null).filter(({ unit }) =>
    foldText([unit.code, unit.name, ...unit.tags].join(' ')).includes(wanted),
  );
  const page = readPage(query);
  const shown = rows.slice(page * size, (page + 1) * size);
  const groups = await listUnitGroups(
    db,
    shown.map(({ unit }) => unit.id),
  );
  return (
    <section class="card" aria-labelledby="units">
      <h2 id="units">
        {t('organisation.part.units')} <span class="count">{rows.length}</span>
      </h2>
      <div class="filters">
        <FindForm visit={visit} path={path} label={t('directives.findUnit')} words={words} keep={{}} />
      </div>
      <UnitForms visit={visit} units={units} />
      {shown.length === 0 ? <p class="empty">{t('directives.noUnit')}</p> : null}
      <Tree visit={visit} shown={shown} units={units} groups={groups} />
      <Pager visit={visit} path={path} page={page} size={size} total={rows.length} />
    </section>
  );
}

interface Shown {
  visit: Visit;
  shown: readonly Walked<Unit>[];
  units: readonly Unit[];
  groups: readonly ChatWithUnit[];
}

/** The lines; whoever may move units drags them. */
function Tree({ visit, shown, units, groups }: Shown) {
  const { t, speaker } = visit;
  const mayMove = isAllowed(speaker.roles, 'manage-units', []);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const marks = { 'data-tree': '', 'data-handle': t('organisation.drag.handle') };
  return (
    <>
      <ul class="lines tree" {...(mayMove ? marks : {})}>
        {mayMove ? (
          <li data-top="" class="to-top" hidden>
            {t('organisation.drag.top')}
          </li>
        ) : null}
        {shown.map((row) => (
          <UnitLine
            visit={visit}
            row={row}
            groups={groups.filter(({ unitId }) => unitId === row.unit.id)}
            facts={mayMove ? dragFacts(row, units, codes) : {}}
          />
        ))}
      </ul>
      {mayMove ? <MoveDialog t={t} /> : null}
    </>
  );
}

/** What web/public/tree.js reads of a line. */
function dragFacts(
  { unit, below }: Walked<Unit>,
  units: readonly Unit[],
  codes: ReadonlyMap<number, string>,
) {
  const [parent = '', ...above] = pathOf(units, unit.id)
    .slice(1)
    .flatMap((id) => codes.get(id) ?? []);
  return {
    ...{ 'data-code': unit.code, 'data-name': unit.name, 'data-below': String(below), 'data-parent': parent },
    'data-above': [parent, ...above].join(' '),
  };
}

interface Line {
  visit: Visit;
  row: Walked<Unit>;
  groups: readonly ChatWithUnit[];
  facts: Record<string, string>;
}

function UnitLine({ visit, row: { unit, depth, below }, groups, facts }: Line) {
  const { t } = visit;
  return (
    <li class={`level-${Math.min(depth, deepest)}`} {...facts}>
      <span class="what">
        <a href={`${path}/units/${encodeURIComponent(unit.code)}`}>
          <strong>{unit.code}</strong> {unit.name}
        </a>
        {unit.tags.map((tag) => (
          <span class="chip">#{tag}</span>
        ))}
        {below > 0 ? <span class="count"> {t('organisation.below', { count: below })}</span> : null}
      </span>
      {groups.length === 0 ? <span class="fine">{t('units.group.noGroup')}</span> : null}
      {groups.map((group) => (
        <GroupLine visit={visit} group={group} />
      ))}
    </li>
  );
}

function GroupLine({ visit, group }: { visit: Visit; group: ChatWithUnit }) {
  const { channel, title } = group;
  return (
    <span class="fine">
      {labelOf(visit.runtime.channels, channel)}
      {title === '' ? '' : `: ${title}`} · <LifeSign visit={visit} group={group} />
    </span>
  );
}
