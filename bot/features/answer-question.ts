import { answerQuestion } from '../../services/questions/answer-question.js';
import { findPassedQuestion } from '../../store/questions.js';
import { parseCommand } from '../command.js';
import { answer } from '../context.js';
import type { Feature } from '../feature.js';

/** A reply to a unit's question that was passed on: the words go back to the group that asked. */
export const questionFeature: Feature = {
  name: 'answer-question',
  async handle(ctx) {
    const { event, chat, speaker } = ctx;
    // Questions go where directives are given; every reply in a unit's group need not be looked up.
    if (event.kind !== 'message' || !speaker || !event.replyTo?.isOurs || chat.role === 'unit') return false;
    const words = event.text.trim();
    const files = event.attachments;
    if ((words === '' && files.length === 0) || parseCommand(words) || /^#\d/.test(words)) return false;
    const asked = await findPassedQuestion(ctx.db, chat.id, event.replyTo.messageId);
    if (!asked) return false;
    await answer(
      ctx,
      await answerQuestion(ctx, asked, { words, files, key: `${chat.id}:${event.messageId}` }),
    );
    return true;
  },
};
