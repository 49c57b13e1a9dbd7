import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { getDelivery } from '../../services/changes/find-delivery.js';
import { settleUncertain } from '../../services/deliveries/settle-uncertain.js';
import { toast } from '../context.js';
import type { Press } from '../press.js';

/** *It is there* and *send again* for one group to which nobody knows whether the directive arrived. */
export const settleUncertainPress: Press = {
  prefix: 'settle',
  ofMany: true,
  async run(ctx, [idPart, verb]) {
    if (verb !== 'there' && verb !== 'again') throw new UserError('error.oldButton');
    await toast(ctx, await settleUncertain(ctx, await getDelivery(ctx, parseId(idPart)), verb));
  },
};
