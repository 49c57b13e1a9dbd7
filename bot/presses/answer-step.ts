import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { closeDialogue, findDialogueById } from '../../store/dialogues.js';
import { getSpeaker } from '../../services/authorise.js';
import { rewrite, toast } from '../context.js';
import { say } from '../../core/message.js';
import { optionsOf } from '../dialogues/dialogue.js';
import { dialogues } from '../dialogues/dialogues.js';
import type { Press } from '../press.js';

/** A button under a question of the bot: it says the words it stands for, or ends the conversation. */
export const answerStep: Press = {
  prefix: 'step',
  async run(ctx, [idPart, step = '', choice = '']) {
    const id = parseId(idPart);
    const row = id === null ? null : await findDialogueById(ctx.db, id);
    if (!row || row.chatId !== ctx.chat.id || row.expiresAt <= ctx.now) throw new UserError('compose.over');
    if (row.personId !== getSpeaker(ctx).personId) throw new UserError('compose.notYours');
    if (choice === 'cancel') {
      await closeDialogue(ctx.db, row.id);
      await rewrite(ctx, say(ctx.t('compose.cancelled')));
      return toast(ctx, ctx.t('compose.cancelled'));
    }
    if (row.step !== step) throw new UserError('compose.answered');
    const text = /^\d{1,2}$/.test(choice) ? optionsOf(row)[Number(choice)] : undefined;
    const dialogue = dialogues.find(({ kind }) => kind === row.kind);
    if (text === undefined || !dialogue) throw new UserError('error.oldButton');
    await dialogue.take(ctx, row, { text, isPress: true, attachments: [] });
    await toast(ctx, ctx.t('compose.noted'));
  },
};
