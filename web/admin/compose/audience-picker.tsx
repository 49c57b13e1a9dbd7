import { groupBy } from '../../../core/group-by.js';
import { findBranches } from '../../../core/authorise.js';
import { branchOf } from '../../../core/tree.js';
import { listAudiences } from '../../../store/audiences.js';
import { listUnits, type Unit } from '../../../store/units.js';
import type { Visit } from '../page.js';

/** With more units than these the tree shows those that have others below them: a single one is typed by its code. */
const mostUnits = 1_500;

export interface Choices {
  /** Within reach, by code. */
  units: Unit[];
  /** With how many units bear them. */
  tags: [tag: string, count: number][];
  saved: string[];
}

/** What this person may send to. */
export async function listChoices({ db, speaker }: Visit): Promise<Choices> {
  const [all, saved] = await Promise.all([listUnits(db), listAudiences(db)]);
  const reach = findBranches(speaker.roles, 'send-directive');
  const within = reach === 'all' ? null : new Set(reach.flatMap((id) => branchOf(all, id)));
  const units = within ? all.filter(({ id }) => within.has(id)) : all;
  const tags = new Map<string, number>();
  for (const unit of units) for (const tag of unit.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return { units, tags: [...tags].sort(([, a], [, b]) => b - a), saved: saved.map(({ name }) => name) };
}

interface Picking {
  visit: Visit;
  choices: Choices;
  picked: ReadonlySet<string>;
}

/** Everyone, tags, saved audiences and the tree of units, each with how many units it means. */
export function AudiencePicker({ visit, choices, picked }: Picking) {
  const { t } = visit;
  const { units, tags, saved } = choices;
  return (
    <>
      <div class="pills">
        <Tick value="all" picked={picked} label={t('compose.option.all')} count={units.length} isPill />
        {tags.map(([tag, count]) => (
          <Tick value={`#${tag}`} picked={picked} label={`#${tag}`} count={count} isPill />
        ))}
        {saved.map((name) => (
          <Tick value={name} picked={picked} label={name} isPill />
        ))}
      </div>
      <Tree visit={visit} choices={choices} picked={picked} />
    </>
  );
}

function Tree({ visit, choices, picked }: Picking) {
  const { units } = choices;
  const known = new Set(units.map(({ id }) => id));
  const below = groupBy(units, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const isWhole = units.length <= mostUnits;
  const isOpen = units.some(({ code }) => picked.has(code) || picked.has(`${code}+`));
  const tops = below.get(null) ?? [];
  return (
    <details class="fold" {...(isOpen ? { open: true } : {})}>
      <summary>{visit.t('composing.byTree')}</summary>
      <ul class="tree">
        {tops.map((unit) => (
          <Node
            visit={visit}
            unit={unit}
            tree={{ below, sizeOf: countBelow(below), isWhole }}
            picked={picked}
          />
        ))}
      </ul>
    </details>
  );
}

interface TreeOfUnits {
  below: ReadonlyMap<number | null, Unit[]>;
  /** Of a unit with all below it. */
  sizeOf(id: number): number;
  isWhole: boolean;
}

/** A unit, its branch where it has one, and those below it. */
function Node({ visit, unit, tree, picked }: Omit<Picking, 'choices'> & { unit: Unit; tree: TreeOfUnits }) {
  const children = tree.below.get(unit.id);
  if (!children && !tree.isWhole) return null;
  const { code, name } = unit;
  return (
    <li>
      <Tick value={code} picked={picked} label={`${code} ${name}`} />
      {children ? (
        <>
          <Tick
            value={`${code}+`}
            picked={picked}
            label={visit.t('composing.branch', { code })}
            count={tree.sizeOf(unit.id)}
          />
          <ul>
            {children.map((child) => (
              <Node visit={visit} unit={child} tree={tree} picked={picked} />
            ))}
          </ul>
        </>
      ) : null}
    </li>
  );
}

function countBelow(below: ReadonlyMap<number | null, Unit[]>) {
  const sizes = new Map<number, number>();
  return function sizeOf(id: number): number {
    const size = sizes.get(id) ?? (below.get(id) ?? []).reduce((sum, unit) => sum + sizeOf(unit.id), 1);
    sizes.set(id, size);
    return size;
  };
}

interface Ticked {
  value: string;
  picked: ReadonlySet<string>;
  label: string;
  count?: number;
  isPill?: boolean;
}

function Tick({ value, picked, label, count, isPill }: Ticked) {
  return (
    <label class={isPill ? 'pill' : 'tick'}>
      <input type="checkbox" name="pick" value={value} {...(picked.has(value) ? { checked: true } : {})} />
      <span>
        {label}
        {count === undefined ? null : <span class="count"> {count}</span>}
      </span>
    </label>
  );
}
