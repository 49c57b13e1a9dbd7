import { placeOf } from '../../config/rules.js';
import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { toRichText } from '../../core/report/block.js';
import { buildBrief } from '../../core/report/brief.js';
import { buildReport } from '../../core/report/build-report.js';
import type { Writing } from '../../core/report/report-head.js';
import { sayShortPeriod } from '../../core/report/say-period.js';
import { buildUnitReport } from '../../core/report/unit-report.js';
import { readPeriod, type Wanted } from '../../core/summary/read-period.js';
import { createMoments } from '../../core/summary/remember.js';
import { cutContent, splitByUnit } from '../../core/summary/cut-content.js';
import type { SummaryContent } from '../../core/summary/summary-content.js';
import { viewSummary } from '../../core/summary/summary-view.js';
import { findReport, findReportPeriod, type ReportPeriod } from '../../store/reports.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, authorise, getSpeaker, type Context } from '../context.js';

/** `/summary`, `/tonghop tháng trước`, `/summary XA07 2026-W46`, `/soket #12`: a report, as far as the asker may watch. */
export const showSummary: Command = {
  names: ['summary', 'tonghop', 'soket'],
  places: ['private', 'office', 'unit'],
  right: 'watch',
  async run(ctx, args) {
    const units = await listUnits(ctx.db);
    const { wanted, unit, isFull } = readArgs(ctx, units, args);
    const scope = await findScope(ctx, units, unit);
    const place = placeOf(ctx.runtime.settings);
    const found = await findPeriod(ctx, wanted);
    const { content, number, issue } = await findReport(ctx.db, found, { place, now: ctx.now });
    const { own, isOneUnit } = cutFor(content, scope);
    const name = scope?.name ?? ctx.runtime.settings.ORG_NAME;
    const head = { number, issue, name, place, moment: createMoments(ctx.t, place.zone) };
    const writing: Writing = { t: ctx.t, content: own, view: viewSummary(own), head };
    const text = isOneUnit
      ? buildUnitReport(writing)
      : isFull
        ? toRichText(buildReport(writing))
        : buildBrief(writing);
    await answer(ctx, { text });
  },
};

/** Looks like a unit's code, and like no week. */
const unitCode = /^(?!w\d|q\d)[a-z]+[-_.]?\d+$/i;
const fullWords = /\s*(?:chi tiết|chi tiet|đầy đủ|day du|full|details?)\s*$/iu;

interface Args {
  wanted: Wanted;
  unit: Unit | null;
  isFull: boolean;
}

/** A unit's code may stand before the period, and a word for the whole text behind it. */
function readArgs(ctx: Context, units: readonly Unit[], args: string): Args {
  const place = placeOf(ctx.runtime.settings);
  const words = args.replace(fullWords, '');
  const read = (text: string) => readPeriod(text, ctx.now, place);
  const [first = '', ...rest] = words.split(/\s+/u);
  const whole = read(words);
  const unit = whole ? null : (units.find(({ code }) => code === first.toUpperCase()) ?? null);
  const wanted = whole ?? (unit ? read(rest.join(' ')) : null);
  if (!wanted && !unit && unitCode.test(first))
    throw new UserError('summary.unknownUnit', { code: first.toUpperCase() });
  if (!wanted) throw new UserError('summary.form');
  return { wanted, unit, isFull: words !== args };
}

async function findPeriod(ctx: Context, wanted: Wanted): Promise<ReportPeriod> {
  const found = await findReportPeriod(ctx.db, wanted, ctx.now);
  if (!found)
    throw new UserError('summary.unknownDirective', { number: wanted.kind === 'life' ? wanted.number : 0 });
  const { startsAt, period } = found.period;
  if (startsAt > ctx.now)
    throw new UserError('summary.future', {
      period: sayShortPeriod(ctx.t, period, placeOf(ctx.runtime.settings)),
    });
  return found;
}

interface Scope {
  unitIds: number[];
  /** A unit's group sees the unit's own part, as on Fridays; whoever watches a unit sees its branch. */
  isOwn: boolean;
  name: string;
}

/** The units this person may see here; null for the whole organisation. */
async function findScope(ctx: Context, units: readonly Unit[], unit: Unit | null): Promise<Scope | null> {
  const own = ctx.chat.role === 'unit' ? ctx.chat.unit : null;
  if (own && (!unit || unit.id === own.id)) return { unitIds: [own.id], isOwn: true, name: nameOf(own) };
  if (unit) {
    await authorise(ctx, 'watch', unit.id);
    return { unitIds: [unit.id], isOwn: false, name: nameOf(unit) };
  }
  const branches = findBranches(getSpeaker(ctx).roles, 'watch');
  if (branches === 'all') return null;
  if (branches.length === 0) throw new UserError('error.notAllowed');
  const tops = units.filter(({ id }) => branches.includes(id));
  return { unitIds: tops.map(({ id }) => id), isOwn: false, name: tops.map(nameOf).join(', ') };
}

const nameOf = ({ code, name }: Pick<Unit, 'code' | 'name'>) => `${code} ${name}`;

/** The scope's part; the tree is the one at the end of the period. */
function cutFor(content: SummaryContent, scope: Scope | null): { own: SummaryContent; isOneUnit: boolean } {
  if (!scope) return { own: content, isOneUnit: false };
  const [only] = scope.unitIds;
  const branch = cutContent(content, scope.unitIds);
  const isOneUnit = scope.isOwn || (scope.unitIds.length === 1 && branch.units.length <= 1);
  return { own: isOneUnit && only ? splitByUnit(content)(only) : branch, isOneUnit };
}
