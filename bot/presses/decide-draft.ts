import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { toast, type Context } from '../context.js';
import { decide, isVerb } from '../dialogues/compose-directive.js';
import type { Press } from '../press.js';

/** The buttons under a preview: send now, send later, change, discard. Nothing leaves before the first of them. */
export const decideDraft: Press = {
  prefix: 'draft',
  async run(ctx: Context, [idPart, verb = '']) {
    if (!isVerb(verb)) throw new UserError('error.oldButton');
    await decide(ctx, parseId(idPart), verb);
    if (verb === 'later' || verb === 'change') await toast(ctx, ctx.t(`preview.toast.${verb}`));
  },
};
