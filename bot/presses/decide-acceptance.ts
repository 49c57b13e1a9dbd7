import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { accept } from '../../services/acceptance/decide.js';
import { getAwaited } from '../../services/acceptance/find-awaited.js';
import { toast } from '../context.js';
import { askWord } from '../dialogues/decide-acceptance.js';
import type { Press } from '../press.js';

/** The buttons of a unit's `done`: accepted, or given back with a word that is asked for. */
export const decideAcceptance: Press = {
  prefix: 'accept',
  async run(ctx, [idPart, verb]) {
    const request = await getAwaited(ctx, parseId(idPart));
    if (verb === 'ok') return toast(ctx, await accept(ctx, request));
    if (verb !== 'back') throw new UserError('error.oldButton');
    await askWord(ctx, request);
    await toast(ctx, ctx.t('acceptance.toast.word'));
  },
};
