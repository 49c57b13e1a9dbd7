import { findBranches, type Action } from '../../core/authorise.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { branchOf, walkTree, type Walked } from '../../core/tree.js';
import type { ChatWithUnit } from '../../store/chats.js';
import { listUnitGroups } from '../../store/groups.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Context } from '../context.js';
import { authoriseSomewhere } from '../../services/authorise.js';

/** More lines than this are a book, not a message: then deep levels are left out and named by a number. */
const lineLimit = 300;

/** The units that the speaker's roles reach for `action`, in order of their codes. */
export async function findReachable(ctx: Context, action: Action): Promise<Unit[]> {
  const { roles } = authoriseSomewhere(ctx, action);
  const units = await listUnits(ctx.db);
  const tops = findBranches(roles, action);
  if (tops === 'all') return units;
  const ids = new Set(tops.flatMap((top) => branchOf(units, top)));
  return units.filter(({ id }) => ids.has(id));
}

type Shown = Walked<Unit>;

/** The tree as lines: code, name, tags, state of the group. `topId`: only this unit and what is below it. */
export async function listTree(
  ctx: Context,
  units: readonly Unit[],
  topId: number | null,
): Promise<RichText> {
  const { t } = ctx;
  const shown = walkTree(units, topId);
  const chats = await listUnitGroups(ctx.db);
  // Of two groups the one that can be reached says how the unit stands.
  const groups = new Map([...chats].sort(lostFirst).map((chat) => [chat.unitId!, chat]));
  const depth = chooseDepth(shown);
  const bound = shown.filter(({ unit }) => groups.has(unit.id)).length;
  const head: RichText = [plain(t('units.total', { count: shown.length, bound }))];
  const lines = shown
    .filter((one) => one.depth <= depth)
    .map((one) => sayUnit(ctx, one, { group: groups.get(one.unit.id), isCut: one.depth === depth }));
  const isCut = lines.length < shown.length;
  return joinLines([head, ...lines, ...(isCut ? [[plain(t('units.more'))]] : [])]);
}

const lostFirst = (one: ChatWithUnit, other: ChatWithUnit) =>
  Number(one.state === 'active') - Number(other.state === 'active');

function sayUnit(
  { t }: Context,
  { unit, depth, below }: Shown,
  { group, isCut }: { group: ChatWithUnit | undefined; isCut: boolean },
): RichText {
  const state = group ? (group.state === 'active' ? 'bound' : 'lost') : 'noGroup';
  const words = [
    unit.name,
    ...unit.tags.map((tag) => `#${tag}`),
    `– ${t(`units.group.${state}`)}`,
    ...(isCut && below > 0 ? [t('units.below', { count: below })] : []),
  ];
  // No-break spaces: ordinary ones are cut off at the start of a message.
  return [plain('\u00a0'.repeat(4 * depth)), bold(unit.code), plain(` ${words.join(' ')}`)];
}

function chooseDepth(shown: readonly Shown[]): number {
  const deepest = Math.max(0, ...shown.map(({ depth }) => depth));
  for (let depth = deepest; depth > 0; depth -= 1)
    if (shown.filter((one) => one.depth <= depth).length <= lineLimit) return depth;
  return 0;
}
