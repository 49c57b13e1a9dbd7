import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain } from '../../core/message.js';
import { toRichText } from '../../core/report/block.js';
import { buildReport } from '../../core/report/build-report.js';
import { sayTitle } from '../../core/report/head-part.js';
import { attachReport, readSpelled, reportFormats, type ReportFormat } from '../../core/report/report-ref.js';
import { placeOf } from '../../config/rules.js';
import { readPeriod } from '../../core/summary/read-period.js';
import { titleFile } from '../../reports/address-summary.js';
import { writeLinked } from '../../reports/links.js';
import { listUnits } from '../../store/units.js';
import { answer, unitOf, type Context } from '../context.js';
import type { Press } from '../press.js';
import { findPeriod, findScope, openReport, type Scope } from '../../services/reports/open-report.js';
import type { ReportPeriod } from '../../store/reports.js';

/** The buttons under a report: its whole text, or a file of it, as far as who presses may watch. */
export const bringReport: Press = {
  prefix: 'report',
  ofMany: true,
  async run(ctx, [what = '', spelled = '', unitPart = '']) {
    const isFormat = (reportFormats as readonly string[]).includes(what);
    const wanted = readPeriod(readSpelled(spelled), ctx.now, placeOf(ctx.runtime.settings));
    const unit =
      unitPart === '0' ? null : (await listUnits(ctx.db)).find(({ id }) => id === parseId(unitPart));
    if ((!isFormat && what !== 'full') || !wanted || unit === undefined || spelled === '')
      throw new UserError('error.oldButton');
    const scope = await findScope(ctx, unit, unitOf(ctx));
    const period = await findPeriod(ctx, wanted);
    if (isFormat) await bringFile(ctx, { period, scope, format: what as ReportFormat });
    else await tellWhole(ctx, period, scope);
  },
};

async function tellWhole(ctx: Context, period: ReportPeriod, scope: Scope | null): Promise<void> {
  const { writing } = await openReport(ctx, period, scope);
  const means = { db: ctx.db, channels: ctx.runtime.channels };
  await answer(ctx, { text: await writeLinked(means, writing, (linked) => toRichText(buildReport(linked))) });
}

/** The file itself is made when it is sent. */
async function bringFile(
  ctx: Context,
  { period, scope, format }: { period: ReportPeriod; scope: Scope | null; format: ReportFormat },
): Promise<void> {
  const { report, writing } = await openReport(ctx, period, scope);
  const { number, id } = report;
  const name = titleFile(ctx.t, report.content.period, number);
  const units = scope?.unitIds ?? null;
  const ref = {
    id,
    period: report.content.period,
    units,
    name: writing.head.name,
    format,
    locale: ctx.locale,
  };
  const text = joinLines([[plain(sayTitle(writing))], [plain(writing.head.name)]]);
  await answer(ctx, { text, attachment: attachReport(ref, name) });
}
