import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { doCascadeWish } from '../cascade/take-wish.js';
import type { Press } from '../press.js';
import { getTarget } from '../replies/find-target.js';

/** The buttons that pass a part on to the units below, and that give it back to be computed from them. */
export const passOnPress: Press = {
  prefix: 'pass',
  async run(ctx, [id, verb]) {
    const assignmentId = parseId(id);
    if (assignmentId === null || (verb !== 'on' && verb !== 'compute'))
      throw new UserError('error.oldButton');
    const target = await getTarget(ctx, { assignmentId });
    await doCascadeWish(ctx, target, verb === 'on' ? { do: 'pass-on', words: '' } : { do: 'compute' });
  },
};
