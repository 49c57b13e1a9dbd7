import { plain } from '../../core/message.js';
import { toast } from '../context.js';
import type { Press } from '../press.js';
import { choicesFor } from '../replies/acknowledge.js';
import { getCorrectable, getReplyTarget, requireMayAnswer } from '../replies/correctable.js';
import { editPressed } from '../replies/edit-pressed.js';

/** "Correct" under an echo: opens the choices in place. */
export const correctReply: Press = {
  prefix: 'fix',
  async run(ctx, [id]) {
    const reply = await getCorrectable(ctx, id);
    const target = await getReplyTarget(ctx, reply);
    await requireMayAnswer(ctx, target);
    const text = [plain(ctx.t('reply.correct', { number: target.number }))];
    await editPressed(ctx, { text, buttons: choicesFor(ctx, target, reply.id) });
    await toast(ctx, ctx.t('reply.choose'));
  },
};
