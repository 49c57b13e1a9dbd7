import { labelOf } from '../../../channels/platform-name.js';
import { isAllowed } from '../../../core/authorise.js';
import { foldText } from '../../../core/text/fold.js';
import { walkTree, type Walked } from '../../../core/tree.js';
import { findWatcher } from '../../../services/find-watcher.js';
import type { ChatWithUnit } from '../../../store/chats.js';
import { listUnitGroups } from '../../../store/groups.js';
import { listUnits, type Unit } from '../../../store/units.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { FindForm } from '../parts/find-form.js';
import { Fold } from '../parts/fold.js';
import { Ago, Moment } from '../parts/moment.js';
import { Pager, readPage } from '../parts/pager.js';

/** So many units on one page: a phone scrolls that far. */
const size = 100;
const path = '/admin/organisation';
/** Deeper ones stand no further to the right: a phone is narrow. */
const deepest = 4;

/** The units that the reader watches, below each other, with their groups on every channel. */
export async function UnitTree(visit: Visit) {
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
      {isAllowed(speaker.roles, 'manage-units', []) ? <MoveForm visit={visit} units={units} /> : null}
      {shown.length === 0 ? <p class="empty">{t('directives.noUnit')}</p> : null}
      <ul class="lines tree">
        {shown.map((row) => (
          <UnitLine visit={visit} row={row} groups={groups.filter(({ unitId }) => unitId === row.unit.id)} />
        ))}
      </ul>
      <Pager visit={visit} path={path} page={page} size={size} total={rows.length} />
    </section>
  );
}

function UnitLine({
  visit,
  row: { unit, depth, below },
  groups,
}: {
  visit: Visit;
  row: Walked<Unit>;
  groups: readonly ChatWithUnit[];
}) {
  const { t } = visit;
  return (
    <li class={`level-${Math.min(depth, deepest)}`}>
      <span>
        <strong>{unit.code}</strong> {unit.name}
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
  const { t, runtime } = visit;
  const { channel, title, state, unreachableAt } = group;
  const isLost = state === 'unreachable';
  return (
    <span class="fine">
      {labelOf(runtime.channels, channel)}
      {title === '' ? '' : `: ${title}`}
      {isLost ? <span class="chip bad">{t('units.group.lost')}</span> : ' · '}
      {isLost && unreachableAt ? (
        <>
          {' '}
          {t('organisation.since')} <Moment visit={visit} at={unreachableAt} />
        </>
      ) : null}
      {isLost ? null : (
        <>
          {t('organisation.heard')}{' '}
          <Ago visit={visit} at={group.lastSeenAt ?? group.boundAt ?? group.createdAt} />
        </>
      )}
    </span>
  );
}

/** More than these nobody picks out of a list: the code is typed. */
const mostOffered = 500;

function MoveForm({ visit, units }: { visit: Visit; units: readonly Unit[] }) {
  const { t } = visit;
  return (
    <div class="folds">
      <Fold visit={visit} act="move" label={t('organisation.move')}>
        <label>
          {t('organisation.unit')}
          <input
            name="code"
            value={typed(visit, 'move', 'code')}
            required
            maxlength={60}
            list="codes"
            autocomplete="off"
          />
        </label>
        <label>
          {t('organisation.parent')}
          <input
            name="parent"
            value={typed(visit, 'move', 'parent')}
            maxlength={60}
            list="codes"
            autocomplete="off"
          />
        </label>
        <datalist id="codes">
          {units.slice(0, mostOffered).map(({ code, name }) => (
            <option value={code}>{name}</option>
          ))}
        </datalist>
        <button name="act" value="move" class="primary">
          {t('organisation.move')}
        </button>
      </Fold>
    </div>
  );
}
