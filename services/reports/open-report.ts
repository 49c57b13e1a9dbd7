import { placeOf } from '../../config/rules.js';
import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { Writing } from '../../core/report/report-head.js';
import { sayShortPeriod } from '../../core/report/say-period.js';
import { splitByUnit } from '../../core/summary/cut-content.js';
import type { Wanted } from '../../core/summary/read-period.js';
import { viewSummary } from '../../core/summary/summary-view.js';
import { createWriting } from '../../reports/write-report.js';
import { findReport, findReportPeriod, type Report, type ReportPeriod } from '../../store/reports.js';
import { listUnits, type Unit } from '../../store/units.js';
import { authorise, getSpeaker } from '../authorise.js';
import type { Asking } from '../deed.js';

/** The units of which somebody may see a report here; null for the whole organisation. */
export interface Scope {
  unitIds: number[];
  /** A unit's group sees the unit's own part, as on Fridays; whoever watches a unit sees its branch. */
  isOwn: boolean;
  name: string;
}

/**
 * Of this unit and those below it, or of all that the asker watches. `own`: the unit in whose group it is asked for.
 * Throws when they may not.
 */
export async function findScope(
  ctx: Asking,
  unit: Unit | null,
  own: Pick<Unit, 'id' | 'code' | 'name'> | null = null,
): Promise<Scope | null> {
  if (own && (!unit || unit.id === own.id)) return { unitIds: [own.id], isOwn: true, name: nameOf(own) };
  if (unit) {
    await authorise(ctx, 'watch', unit.id);
    return { unitIds: [unit.id], isOwn: false, name: nameOf(unit) };
  }
  const branches = findBranches(getSpeaker(ctx).roles, 'watch');
  if (branches === 'all') return null;
  if (branches.length === 0) throw new UserError('error.notAllowed');
  const tops = (await listUnits(ctx.db)).filter(({ id }) => branches.includes(id));
  return { unitIds: tops.map(({ id }) => id), isOwn: false, name: tops.map(nameOf).join(', ') };
}

const nameOf = ({ code, name }: Pick<Unit, 'code' | 'name'>) => `${code} ${name}`;

/** The period as a span of time. Throws when there is no such directive, and when it has not begun. */
export async function findPeriod(ctx: Asking, wanted: Wanted): Promise<ReportPeriod> {
  const found = await findReportPeriod(ctx.db, wanted, ctx.now);
  if (!found)
    throw new UserError('summary.unknownDirective', { number: wanted.kind === 'life' ? wanted.number : 0 });
  const { startsAt, period } = found.period;
  if (startsAt <= ctx.now) return found;
  const place = placeOf(ctx.runtime.settings);
  throw new UserError('summary.future', { period: sayShortPeriod(ctx.t, period, place) });
}

/** The report as it can be told now, and what its words are written from. */
export async function openReport(
  ctx: Asking,
  period: ReportPeriod,
  scope: Scope | null,
): Promise<{ report: Report; writing: Writing }> {
  const report = await findReport(ctx.db, period, { place: placeOf(ctx.runtime.settings), now: ctx.now });
  return { report, writing: writeReport(ctx, report, scope) };
}

/** What the words of a report are written from, as far as `scope` reaches. */
export function writeReport(ctx: Asking, report: Report, scope: Scope | null): Writing {
  const { settings } = ctx.runtime;
  const units = scope?.unitIds ?? null;
  const name = scope?.name ?? settings.ORG_NAME;
  const writing = createWriting(settings, { ...report, units, name, locale: ctx.locale });
  if (!scope?.isOwn) return writing;
  const content = splitByUnit(report.content)(scope.unitIds[0]!);
  const head = { ...writing.head, isOneUnit: true };
  return { ...writing, content, view: viewSummary(content), head };
}
