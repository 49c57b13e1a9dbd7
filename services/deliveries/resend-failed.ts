import { UserError } from '../../core/errors.js';
import { wakeJob } from '../../jobs/wake.js';
import { resendDeliveries } from '../../store/settlements.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { OpenDirective } from '../changes/find-changeable.js';
import type { Deed } from '../deed.js';

/** Sends a directive again to all groups to which it failed. Returns what to say. */
export async function resendFailedOf(ctx: Deed, { id, number }: OpenDirective): Promise<string> {
  const { db, now, runtime } = ctx;
  const by = `person:${getSpeaker(ctx).personId}`;
  const resent = await resendDeliveries(db, { directiveId: id }, { now, by });
  if (resent.length === 0) throw new UserError('card.toast.nothing');
  await audit(ctx, 'resend-failed', `directive:${number}`, { groups: resent.length });
  ctx.afterCommit.push(() => wakeJob(runtime, 'refresh-card', id));
  return ctx.t('card.toast.resentMany', { count: resent.length });
}
