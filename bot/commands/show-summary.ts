import { showsFiles } from '../../channels/shows-files.js';
import { placeOf } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { toRichText } from '../../core/report/block.js';
import { buildBrief } from '../../core/report/brief.js';
import { buildReport } from '../../core/report/build-report.js';
import type { Writing } from '../../core/report/report-head.js';
import { buildUnitReport } from '../../core/report/unit-report.js';
import { readPeriod, type Wanted } from '../../core/summary/read-period.js';
import { reportButtons } from '../../reports/address-summary.js';
import { writeLinked } from '../../reports/links.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, unitOf, type Context } from '../context.js';
import { findPeriod, findScope, openReport } from '../../services/reports/open-report.js';

/** `/summary`, `/tonghop tháng trước`, `/summary XA07 2026-W46`, `/summary #12`: a report, as far as the asker may watch. */
export const showSummary: Command = {
  names: ['summary', 'tonghop'],
  isLookup: true,
  places: ['private', 'office', 'unit'],
  right: 'watch',
  async run(ctx, args) {
    const { wanted, unit, isFull } = readArgs(ctx, await listUnits(ctx.db), args);
    const scope = await findScope(ctx, unit, unitOf(ctx));
    const period = await findPeriod(ctx, wanted);
    const { writing } = await openReport(ctx, period, scope);
    const { channels } = ctx.runtime;
    const text = await writeLinked({ db: ctx.db, channels }, writing, chooseBuilder(writing, isFull));
    const more = { unitId: unit?.id ?? 0, hasFiles: showsFiles(ctx.channel, ctx.runtime.settings) };
    const buttons = scope?.isOwn || isFull ? [] : reportButtons(ctx.t, period.period.period, more);
    await answer(ctx, { text, buttons });
  },
};

function chooseBuilder({ head }: Writing, isFull: boolean) {
  if (isFull) return (writing: Writing) => toRichText(buildReport(writing));
  return head.isOneUnit ? buildUnitReport : buildBrief;
}

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
