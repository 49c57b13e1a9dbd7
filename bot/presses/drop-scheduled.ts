import { encodeAction, parseId } from '../../core/action.js';
import { say, type Button } from '../../core/message.js';
import { getOwnDraft } from '../../services/drafts/find-draft.js';
import { dropDraft } from '../../services/drafts/send-draft.js';
import { rewrite, toast, type Context } from '../context.js';
import type { Press } from '../press.js';

/** Its author calls off what waits for its time, in whichever chat it is listed. */
export const dropScheduled: Press = {
  prefix: 'unplan',
  async run(ctx: Context, [idPart]) {
    const draft = await getOwnDraft(ctx, parseId(idPart), ['scheduled']);
    await dropDraft(ctx, draft);
    await rewrite(ctx, say(ctx.t('preview.dropped', { title: draft.title })));
    await toast(ctx, ctx.t('preview.toast.dropped'));
  },
};

/** The button for it. */
export const dropButton = (id: number, label: string): Button => ({
  label,
  action: encodeAction('unplan', id),
});
