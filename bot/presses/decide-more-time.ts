import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { getDecidable } from '../../services/more-time/find-decidable.js';
import { toast, type Context } from '../context.js';
import { askStep } from '../dialogues/ask-step.js';
import { grant, settleMoot, type Decidable } from '../../services/more-time/decide.js';
import type { Press } from '../press.js';

/** The buttons on a request for more time: as wished, another deadline, not at all. */
export const decideMoreTime: Press = {
  prefix: 'moretime',
  async run(ctx, [idPart, verb]) {
    const request = await getDecidable(ctx, parseId(idPart));
    const moot = await settleMoot(ctx, request);
    if (moot !== null) return toast(ctx, moot);
    if (verb === 'grant' && request.wishedAt) {
      const line = await grant(ctx, request, request.wishedAt);
      // Where the card stays as it is, the words that would stand in it are said.
      return toast(ctx, ctx.channel.capabilities.edits ? ctx.t('approval.toast.granted') : line);
    }
    if (verb !== 'other' && verb !== 'refuse') throw new UserError('error.oldButton');
    await ask(ctx, request, verb);
    await toast(ctx, ctx.t(`approval.toast.${verb}`));
  },
};

async function ask(ctx: Context, { id, assignment, directive }: Decidable, step: 'other' | 'refuse') {
  const { t } = ctx;
  const options = step === 'refuse' ? [t('approval.option.noReason')] : [];
  const text = t(`approval.question.${step}`, { number: directive.number, code: assignment.unit.code });
  const cancel = t('approval.option.cancel');
  await askStep(ctx, { kind: 'more-time', step, data: { id }, options, text, cancel });
}
