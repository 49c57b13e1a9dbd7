import { placeOf } from '../../config/rules.js';
import { yearOf } from '../../core/summary/period.js';
import { parseWanted } from '../../core/summary/read-period.js';
import { addressDraft } from '../../reports/address-draft.js';
import { addressSummary } from '../../reports/address-summary.js';
import { findReportPeriod, gatherIssue, type ReportPeriod } from '../../store/reports.js';
import { createDraft, deleteDraft, findDraft, publishDraft } from '../../store/summaries.js';
import { audit } from '../audit.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';

/** Gives a draft its number and posts it as it stands, once. Returns what to say; null when somebody else was first. */
export async function publishReport(ctx: Deed, id: number): Promise<string | null> {
  const { db, now, runtime } = ctx;
  await authorise(ctx, 'publish-report', null);
  const summary = await publishDraft(db, id, { now, year: yearOf(now, placeOf(runtime.settings)) });
  if (!summary) return null;
  ctx.outbox.push(...(await addressSummary(meansOf(ctx), summary)));
  await audit(ctx, 'publish-report', 'office', { name: String(summary.number) });
  return ctx.t('report.published', { number: summary.number });
}

/**
 * Makes a draft anew, of the same period as things are known now, and shows it to the offices. The one that was seen is
 * gone, so that nobody publishes it by mistake. Returns the id of the new one; null when somebody else was first.
 */
export async function redoReport(ctx: Deed, id: number): Promise<number | null> {
  const { db, now, runtime } = ctx;
  await authorise(ctx, 'publish-report', null);
  const draft = await findDraft(db, id);
  const place = placeOf(runtime.settings);
  const wanted = draft && parseWanted(draft.period, place);
  const period = wanted && (await findReportPeriod(db, wanted, now));
  if (!period || !(await deleteDraft(db, id))) return null;
  const content = await gatherIssue(db, period, { place, now });
  const next = await createDraft(db, content, { now, year: yearOf(now, place) });
  ctx.outbox.push(...(await addressDraft(meansOf(ctx), next, content)));
  return next;
}

/** Keeps the report on a period as a draft; of one that has a number, as its next issue. Returns its id. */
export async function draftReport(ctx: Deed, period: ReportPeriod): Promise<number> {
  const { db, now, runtime } = ctx;
  await authorise(ctx, 'publish-report', null);
  const place = placeOf(runtime.settings);
  const content = await gatherIssue(db, period, { place, now });
  return createDraft(db, content, { now, year: yearOf(now, place) });
}

const meansOf = ({ db, runtime: { settings, channels } }: Deed) => ({ db, settings, channels });
