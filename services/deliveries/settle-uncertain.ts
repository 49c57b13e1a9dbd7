import { UserError } from '../../core/errors.js';
import { wakeJob } from '../../jobs/wake.js';
import { resendDeliveries, settleAsSent } from '../../store/settlements.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { DirectiveDelivery } from '../changes/find-delivery.js';
import type { Deed } from '../deed.js';

/** *It is there* and *send again* for one group to which nobody knows whether the directive arrived. Returns what to say. */
export async function settleUncertain(
  ctx: Deed,
  { id, directive, code }: DirectiveDelivery,
  verb: 'there' | 'again',
): Promise<string> {
  const { db, now, runtime } = ctx;
  const by = `person:${getSpeaker(ctx).personId}`;
  const isFirst =
    verb === 'there'
      ? (await settleAsSent(db, id, { now, by })) !== null
      : (await resendDeliveries(db, { deliveryId: id }, { now, by })).length > 0;
  if (!isFirst) throw new UserError('card.toast.already');
  const action = verb === 'there' ? 'settle-delivery' : 'resend-delivery';
  await audit(ctx, action, `directive:${directive.number}`, { delivery: id, unit: code });
  ctx.afterCommit.push(() => wakeJob(runtime, 'refresh-card', directive.id));
  return ctx.t(verb === 'there' ? 'card.toast.settled' : 'card.toast.resent', { code });
}
