import { encodeAction } from '../../core/action.js';
import { joinLines, plain } from '../../core/message.js';
import { closeDialogue, openDialogue } from '../../store/dialogues.js';
import { applyAmendment } from '../changes/apply-amendment.js';
import { findChangeable, type OpenDirective } from '../changes/find-changeable.js';
import { answer, getSpeaker, type Context } from '../context.js';
import { dialogueMs, type Dialogue } from './dialogue.js';

const kind = 'amend';
const step = 'text';

/** Asks for the new wording of a directive. */
export async function startAmending(ctx: Context, directive: OpenDirective): Promise<void> {
  const { chat, t, now } = ctx;
  const { personId, name } = getSpeaker(ctx);
  const { number, title } = directive;
  const expiresAt = new Date(now.getTime() + dialogueMs);
  const place = { chatId: chat.id, personId };
  const row = await openDialogue(ctx.db, place, { kind, step, data: { number }, expiresAt });
  await answer(ctx, {
    text: joinLines([
      [plain(t('change.ask', { number, title }))],
      ...(chat.role === 'private' ? [] : [[plain(t('compose.replyHere', { name }))]]),
    ]),
    buttons: [[{ label: t('compose.option.cancel'), action: encodeAction('step', row.id, step, 'cancel') }]],
  });
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
