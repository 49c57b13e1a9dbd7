import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { getSpeaker } from '../../services/authorise.js';
import { toast } from '../context.js';
import type { Press } from '../press.js';
import { changeMembers } from '../quorum/change-members.js';

/** *Put me on the list*, *take me off*: in the unit's own group, each for themselves. */
export const changeMembership: Press = {
  prefix: 'member',
  async run(ctx, [idPart, verb]) {
    const { unit } = ctx.chat;
    const isOwn = ctx.chat.role === 'unit' && unit?.id === parseId(idPart);
    if (!unit || !isOwn || (verb !== 'on' && verb !== 'off')) throw new UserError('error.oldButton');
    const changed = await changeMembers(ctx, unit, [getSpeaker(ctx).personId], verb === 'on');
    await toast(ctx, ctx.t(`quorum.members.toast.${changed > 0 ? verb : `${verb}Already`}`));
  },
};
