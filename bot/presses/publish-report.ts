import { placeOf } from '../../config/rules.js';
import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { parsePeriod, yearOf } from '../../core/summary/period.js';
import { addressDraft, addressSummary } from '../../reports/address-summary.js';
import { gatherSummary } from '../../store/gather-summary.js';
import { createDraft, deleteDraft, findDraft, publishDraft } from '../../store/summaries.js';
import { audit } from '../../services/audit.js';
import { answer, toast, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import type { Press } from '../press.js';

/** The buttons under a draft: it is posted as it stands, once, or its figures are gathered again. */
export const publishReport: Press = {
  prefix: 'publish',
  async run(ctx, [idPart, verb]) {
    const id = parseId(idPart);
    if (id === null || (verb !== 'publish' && verb !== 'redo')) throw new UserError('error.oldButton');
    await authorise(ctx, 'publish-report', null);
    await (verb === 'publish' ? publish(ctx, id) : redo(ctx, id));
  },
};

async function publish(ctx: Context, id: number): Promise<void> {
  const { db, now, runtime } = ctx;
  const year = yearOf(now, placeOf(runtime.settings));
  const summary = await publishDraft(db, id, { now, year });
  if (!summary) return toast(ctx, ctx.t('report.publishedAlready'));
  ctx.outbox.push(
    ...(await addressSummary({ db, settings: runtime.settings, channels: runtime.channels }, summary)),
  );
  await audit(ctx, 'publish-report', 'office', { name: String(summary.number) });
  await answer(ctx, ctx.t('report.published', { number: summary.number }));
}

/** Of the same period, as things are known now. The draft that was pressed is gone, so that nobody publishes it by mistake. */
async function redo(ctx: Context, id: number): Promise<void> {
  const { db, now, runtime } = ctx;
  const { settings, channels } = runtime;
  const draft = await findDraft(db, id);
  const place = placeOf(settings);
  const period = draft && parsePeriod(draft.period, place);
  if (!period || !(await deleteDraft(db, id))) return toast(ctx, ctx.t('report.publishedAlready'));
  const content = await gatherSummary(db, { period, place, now });
  const next = await createDraft(db, content, { now, year: yearOf(now, place) });
  ctx.outbox.push(...(await addressDraft({ db, settings, channels }, next, content)));
}
