import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { toast } from '../context.js';
import { changeDraft } from '../dialogues/compose-recurrence.js';
import type { Press } from '../press.js';
import { dropDraft, getRecurrence, startDraft, switchRecurrence, turnDraft } from '../recurring/decide.js';

/** The buttons under the preview of a recurring request, and those in the list of them. */
export const decideRecurrence: Press = {
  prefix: 'every',
  async run(ctx, [id, step]) {
    const recurrence = await getRecurrence(ctx, parseId(id));
    if (step === 'pause' || step === 'resume' || step === 'end')
      return switchRecurrence(ctx, recurrence, step);
    if (recurrence.issuerChatId !== ctx.chat.id) throw new UserError('error.oldButton');
    if (recurrence.state !== 'draft') throw new UserError('recurrence.settled');
    if (step === 'start') return startDraft(ctx, recurrence);
    if (step === 'drop') return dropDraft(ctx, recurrence);
    if (step === 'off' || step === 'tet') return turnDraft(ctx, recurrence, step);
    if (step !== 'change') throw new UserError('error.oldButton');
    await changeDraft(ctx, recurrence);
    await toast(ctx, ctx.t('preview.toast.change'));
  },
};
