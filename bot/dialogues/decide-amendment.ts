import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { getSpeaker } from '../../services/authorise.js';
import {
  applyAmendmentDraft,
  draftAmendment,
  dropAmendmentDraft,
  getAmendmentDraft,
} from '../../services/changes/amendment-draft.js';
import type { OpenDirective } from '../../services/changes/find-changeable.js';
import { closeDialogue, findDialogue, openDialogue } from '../../store/dialogues.js';
import { answer, settle, type Context } from '../context.js';
import { buildAmendmentPreview } from '../drafts/build-amendment-preview.js';
import { amendVerbs, labelOf, type AmendVerb } from '../drafts/amend-verbs.js';
import { dialogueMs, type Dialogue } from './dialogue.js';

const kind = 'amendment';

/** Stores and shows the new wording. Where there are no buttons to decide by, the answer to the preview is waited for. */
export async function previewAmendment(ctx: Context, directive: OpenDirective, text: string): Promise<void> {
  const draft = await draftAmendment(ctx, directive, text);
  await answer(ctx, await buildAmendmentPreview(ctx, directive, draft));
  if (ctx.channel.capabilities.buttons) return;
  const place = { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId };
  const expiresAt = new Date(ctx.now.getTime() + dialogueMs);
  await openDialogue(ctx.db, place, { kind, step: 'decide', data: { amendmentId: draft.id }, expiresAt });
}

/** The words of the buttons, where there are none. */
export const amendmentDialogue: Dialogue = {
  kind,
  async take(ctx, row, { text }) {
    const verb = amendVerbs.find((one) => foldText(labelOf(ctx, one)) === foldText(text));
    if (!verb) throw new UserError('change.preview.decideAgain');
    await decideAmendment(ctx, (row.data as { amendmentId: number }).amendmentId, verb);
  },
};

/** What becomes of a new wording that was shown. Throws UserError when it is not to be decided on. */
export async function decideAmendment(ctx: Context, id: number | null, verb: AmendVerb): Promise<void> {
  const decidable = await getAmendmentDraft(ctx, id);
  const decide = verb === 'apply' ? applyAmendmentDraft : dropAmendmentDraft;
  const said = await decide(ctx, decidable);
  await endTalk(ctx, decidable.draft.id);
  await settle(ctx, said);
}

/** The question about it that is still open is answered by the decision. */
async function endTalk({ db, chat, speaker }: Context, id: number): Promise<void> {
  if (!speaker) return;
  const row = await findDialogue(db, { chatId: chat.id, personId: speaker.personId });
  if ((row?.data as { amendmentId?: number } | undefined)?.amendmentId === id)
    await closeDialogue(db, row!.id);
}
