import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { openDialogue } from '../../store/dialogues.js';
import { getDecidable } from '../more-time/find-decidable.js';
import { answer, getSpeaker, toast, type Context } from '../context.js';
import { buildStep } from '../dialogues/build-step.js';
import { dialogueMs } from '../dialogues/dialogue.js';
import { grant, settleMoot, type Decidable } from '../more-time/decide.js';
import type { Press } from '../press.js';

/** The buttons on a request for more time: as wished, another deadline, not at all. */
export const decideMoreTime: Press = {
  prefix: 'moretime',
  async run(ctx, [idPart, verb]) {
    const request = await getDecidable(ctx, parseId(idPart));
    const moot = await settleMoot(ctx, request);
    if (moot !== null) return toast(ctx, moot);
    if (verb === 'grant' && request.wishedAt) {
      await grant(ctx, request, request.wishedAt);
      return toast(ctx, ctx.t('approval.toast.granted'));
    }
    if (verb !== 'other' && verb !== 'refuse') throw new UserError('error.oldButton');
    await ask(ctx, request, verb);
    await toast(ctx, ctx.t(`approval.toast.${verb}`));
  },
};

async function ask(ctx: Context, { id, assignment, directive }: Decidable, step: 'other' | 'refuse') {
  const { chat, t } = ctx;
  const expiresAt = new Date(ctx.now.getTime() + dialogueMs);
  const labels = step === 'refuse' ? [t('approval.option.noReason')] : [];
  const state = { kind: 'more-time', step, data: { id, options: labels }, expiresAt };
  const place = { chatId: chat.id, personId: getSpeaker(ctx).personId };
  const { id: dialogueId } = await openDialogue(ctx.db, place, state);
  const text = t(`approval.question.${step}`, { number: directive.number, code: assignment.unit.code });
  const cancel = t('approval.option.cancel');
  await answer(ctx, buildStep(ctx, { text, dialogueId, step, labels, cancel }));
}
