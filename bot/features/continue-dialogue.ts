import { foldText } from '../../core/text/fold.js';
import { closeDialogue, findDialogue, isDirectiveMessage } from '../../store/dialogues.js';
import { isBareSlash, parseCommand } from '../command.js';
import { answer, type Context } from '../context.js';
import { dialogues } from '../dialogues/dialogues.js';
import { readAnswer } from '../dialogues/dialogue.js';
import type { Feature } from '../feature.js';

const cancelNames = new Set(['cancel', 'huy']);
/** What the way out of a question is called. */
const cancelLabels = ['compose.option.cancel', 'approval.option.cancel'];

/**
 * A person's own words in answer to a question of the bot. `/cancel` without a number, or the words of the way out, end
 * the conversation.
 */
export const dialogueFeature: Feature = {
  name: 'continue-dialogue',
  async handle(ctx) {
    const { event, speaker, chat } = ctx;
    if (event.kind !== 'message' || !speaker || (chat.role !== 'private' && chat.role !== 'office'))
      return false;
    const command = parseCommand(event.text);
    const isCancel = command
      ? cancelNames.has(command.name) && command.args === ''
      : cancelLabels.some((key) => foldText(ctx.t(key)) === foldText(event.text));
    if ((command && !isCancel) || isBareSlash(event.text)) return false;
    const row = await findDialogue(ctx.db, { chatId: chat.id, personId: speaker.personId });
    const dialogue = dialogues.find(({ kind }) => kind === row?.kind);
    if (!row || !dialogue || !(isCancel || (await isAnswer(ctx)))) return false;
    if (isCancel || row.expiresAt <= ctx.now) {
      await closeDialogue(ctx.db, row.id);
      await answer(ctx, ctx.t(isCancel ? 'compose.cancelled' : 'compose.expired'));
      return true;
    }
    await dialogue.take(ctx, row, readAnswer(ctx, row, event));
    return true;
  },
};

/** In a group only what answers the bot, and no directive of it, is meant for the question. `#12 …` is a reply anywhere. */
async function isAnswer(ctx: Context): Promise<boolean> {
  const { event, chat } = ctx;
  if (event.kind !== 'message' || /^#\d/.test(event.text)) return false;
  const { replyTo } = event;
  if (!replyTo) return true;
  return replyTo.isOurs && !(await isDirectiveMessage(ctx.db, chat.id, replyTo.messageId));
}
