import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { wakeJob } from '../../jobs/wake.js';
import { resendDeliveries, settleAsSent } from '../../store/settlements.js';
import { audit } from '../audit.js';
import { getDelivery } from '../changes/find-delivery.js';
import { getSpeaker, toast } from '../context.js';
import type { Press } from '../press.js';

/** *It is there* and *send again* for one group to which nobody knows whether the directive arrived. */
export const settleUncertainPress: Press = {
  prefix: 'settle',
  async run(ctx, [idPart, verb]) {
    if (verb !== 'there' && verb !== 'again') throw new UserError('error.oldButton');
    const { id, directive, code } = await getDelivery(ctx, parseId(idPart));
    const { db, now, runtime } = ctx;
    const { personId } = getSpeaker(ctx);
    const by = `person:${personId}`;
    const isFirst =
      verb === 'there'
        ? (await settleAsSent(db, id, { now, by })) !== null
        : (await resendDeliveries(db, { deliveryId: id }, { now, by })).length > 0;
    if (!isFirst) throw new UserError('card.toast.already');
    const action = verb === 'there' ? 'settle-delivery' : 'resend-delivery';
    await audit(ctx, action, `directive:${directive.number}`, { delivery: id, unit: code });
    ctx.afterCommit.push(() => wakeJob(runtime, 'refresh-card', directive.id));
    await toast(ctx, ctx.t(verb === 'there' ? 'card.toast.settled' : 'card.toast.resent', { code }));
  },
};
