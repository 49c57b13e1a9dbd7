import { say } from '../../core/message.js';
import { closeDialogue, findDialogue } from '../../store/dialogues.js';
import type { Directive } from '../../store/directives.js';
import { getSpeaker } from '../../services/authorise.js';
import { dropDraft as drop, sendDraft as send } from '../../services/drafts/send-draft.js';
import { rewrite, toast, type Context } from '../context.js';

/** Sends a draft now, once. */
export async function sendDraft(ctx: Context, draft: Directive): Promise<void> {
  const number = await send(ctx, draft);
  await endTalk(ctx, draft.id);
  await rewrite(ctx, say(ctx.t('preview.sent', { number, title: draft.title })));
  await toast(ctx, ctx.t('preview.toast.sent', { number }));
}

/** Discards a draft, also one that waits for its time. */
export async function dropDraft(ctx: Context, draft: Directive): Promise<void> {
  await drop(ctx, draft);
  await endTalk(ctx, draft.id);
  await rewrite(ctx, say(ctx.t('preview.dropped', { title: draft.title })));
  await toast(ctx, ctx.t('preview.toast.dropped'));
}

/** A question about this draft that is still open is answered by the decision. */
async function endTalk(ctx: Context, draftId: number): Promise<void> {
  const row = await findDialogue(ctx.db, { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId });
  if ((row?.data as { draftId?: number } | undefined)?.draftId === draftId)
    await closeDialogue(ctx.db, row!.id);
}
