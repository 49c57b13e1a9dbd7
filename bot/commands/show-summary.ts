import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { readWeek } from '../../core/summary/read-week.js';
import { createMoments } from '../../core/summary/remember.js';
import { buildSummary } from '../../core/summary/summary-message.js';
import { viewSummary } from '../../core/summary/summary-view.js';
import { buildUnitSummary } from '../../core/summary/unit-summary.js';
import { weekBefore, type Week } from '../../core/summary/week.js';
import { branchOf } from '../../core/tree.js';
import { findSummary, gatherSummary } from '../../store/summaries.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, authorise, getSpeaker, type Context } from '../context.js';

/** `/summary`, `/tonghop tuần trước`, `/summary XA07 2026-W46`: a week's report, as far as the asker may watch. */
export const showSummary: Command = {
  names: ['summary', 'tonghop', 'soket'],
  places: ['private', 'office', 'unit'],
  right: 'watch',
  async run(ctx, args) {
    const units = await listUnits(ctx.db);
    const { week, unit } = readArgs(ctx, units, args);
    const scope = await findScope(ctx, units, unit);
    const { ORG_TIME_ZONE: zone, ORG_NAME: organisation } = ctx.runtime.settings;
    const { content, number } = await findContent(ctx, week, zone);
    const view = viewSummary(content, scope && new Set(scope.unitIds));
    const head = { number, name: scope?.name ?? organisation, zone, moment: createMoments(ctx.t, zone) };
    const build = scope?.unitIds.length === 1 ? buildUnitSummary : buildSummary;
    await answer(ctx, { text: build(ctx.t, content, view, head) });
  },
};

/** Looks like a unit's code, and like no week. */
const unitCode = /^(?!w\d)[a-z]+[-_.]?\d+$/i;

/** A unit's code may stand before the week. */
function readArgs(ctx: Context, units: readonly Unit[], args: string): { week: Week; unit: Unit | null } {
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const read = (text: string) => readWeek(text, ctx.now, zone);
  const [first = '', ...rest] = args.split(/\s+/u);
  const whole = read(args);
  const unit = whole ? null : (units.find(({ code }) => code === first.toUpperCase()) ?? null);
  const week = whole ?? (unit ? read(rest.join(' ')) : null);
  if (!week && !unit && unitCode.test(first))
    throw new UserError('summary.unknownUnit', { code: first.toUpperCase() });
  if (!week) throw new UserError('summary.form');
  if (week.startsAt > ctx.now) throw new UserError('summary.future', { week: week.number });
  return { week, unit };
}

interface Scope {
  unitIds: number[];
  name: string;
}

/** The units this person may see here; null for the whole organisation. A unit's group sees its own part, as on Fridays. */
async function findScope(ctx: Context, units: readonly Unit[], unit: Unit | null): Promise<Scope | null> {
  const own = ctx.chat.role === 'unit' ? ctx.chat.unit : null;
  if (own && (!unit || unit.id === own.id)) return { unitIds: [own.id], name: nameOf(own) };
  if (unit) {
    await authorise(ctx, 'watch', unit.id);
    return { unitIds: branchOf(units, unit.id), name: nameOf(unit) };
  }
  const branches = findBranches(getSpeaker(ctx).roles, 'watch');
  if (branches === 'all') return null;
  if (branches.length === 0) throw new UserError('error.notAllowed');
  const tops = units.filter(({ id }) => branches.includes(id));
  const unitIds = [...new Set(tops.flatMap(({ id }) => branchOf(units, id)))];
  return { unitIds, name: tops.map(nameOf).join(', ') };
}

const nameOf = ({ code, name }: Pick<Unit, 'code' | 'name'>) => `${code} ${name}`;

/** A past week as it was frozen, else counted now; this week always as it stands. */
async function findContent({ db, now }: Context, week: Week, zone: string) {
  const frozen = week.endsAt <= now ? await findSummary(db, week.period) : null;
  if (frozen) return frozen;
  return { number: null, content: await gatherSummary(db, { week, before: weekBefore(week, zone), now }) };
}
