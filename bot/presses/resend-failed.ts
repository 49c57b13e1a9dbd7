import { getPressed } from '../../services/changes/find-changeable.js';
import { resendFailedOf } from '../../services/deliveries/resend-failed.js';
import { toast } from '../context.js';
import type { Press } from '../press.js';

/** *Send again to these*: all failed groups. */
export const resendFailed: Press = {
  prefix: 'again',
  async run(ctx, [idPart]) {
    await toast(ctx, await resendFailedOf(ctx, await getPressed(ctx, idPart)));
  },
};
