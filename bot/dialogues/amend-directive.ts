import { closeDialogue, openDialogue } from '../../store/dialogues.js';
import { applyAmendment } from '../changes/apply-amendment.js';
import { findChangeable, type OpenDirective } from '../changes/find-changeable.js';
import { answer, getSpeaker, type Context } from '../context.js';
import { buildStep } from './build-step.js';
import { dialogueMs, type Dialogue } from './dialogue.js';

const kind = 'amend';
const step = 'text';

/** Asks for the new wording of a directive. */
export async function startAmending(ctx: Context, directive: OpenDirective): Promise<void> {
  const { chat, t, now } = ctx;
  const { number, title } = directive;
  const expiresAt = new Date(now.getTime() + dialogueMs);
  const place = { chatId: chat.id, personId: getSpeaker(ctx).personId };
  const { id: dialogueId } = await openDialogue(ctx.db, place, { kind, step, data: { number }, expiresAt });
  const text = t('change.ask', { number, title });
  const cancel = t('compose.option.cancel');
  await answer(ctx, buildStep(ctx, { text, dialogueId, step, labels: [], cancel }));
}

/** The new wording, as a message of its own. What can't be taken is said, and the question stands. */
export const amendDialogue: Dialogue = {
  kind,
  async take(ctx, row, { text }) {
    const { number } = row.data as { number: number };
    const directive = await findChangeable(ctx, number);
    await applyAmendment(ctx, directive, text);
    await closeDialogue(ctx.db, row.id);
  },
};
