import { UserError } from '../../core/errors.js';
import { wakeJob } from '../../jobs/wake.js';
import { resendDeliveries } from '../../store/settlements.js';
import { audit } from '../audit.js';
import { getPressed } from '../changes/find-changeable.js';
import { getSpeaker, toast } from '../context.js';
import type { Press } from '../press.js';

/** *Send again to these*: all failed groups. */
export const resendFailed: Press = {
  prefix: 'again',
  async run(ctx, [idPart]) {
    const directive = await getPressed(ctx, idPart);
    const { db, now, runtime } = ctx;
    const { personId } = getSpeaker(ctx);
    const resent = await resendDeliveries(
      db,
      { directiveId: directive.id },
      { now, by: `person:${personId}` },
    );
    if (resent.length === 0) throw new UserError('card.toast.nothing');
    await audit(ctx, 'resend-failed', `directive:${directive.number}`, { groups: resent.length });
    ctx.afterCommit.push(() => wakeJob(runtime, 'refresh-card', directive.id));
    await toast(ctx, ctx.t('card.toast.resentMany', { count: resent.length }));
  },
};
