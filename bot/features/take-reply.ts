import { UserError } from '../../core/errors.js';
import { splitCode } from '../../core/reading/code.js';
import { findAnswerTarget } from '../../store/answers.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import type { Feature } from '../feature.js';
import { answerElsewhere } from '../replies/answer-elsewhere.js';
import { takeMessage, takeOne, type Message } from '../replies/take-message.js';

/** Words that answer a directive. In a unit's group every text that reaches the bot; elsewhere only what names one. */
export const replyFeature: Feature = {
  name: 'take-reply',
  async handle(ctx) {
    const { event, chat } = ctx;
    if (event.kind !== 'message') return false;
    const message: Message = { event, words: event.text, source: 'text' };
    if (chat.role === 'unit' && chat.unitId !== null) {
      await takeMessage(ctx, message, chat.unitId);
      return true;
    }
    if (splitCode(event.text).code !== null) {
      if (chat.role === 'none') throw new UserError('reply.unbound');
      await answerElsewhere(ctx, message);
      return true;
    }
    if (await takeAnswered(ctx, message)) return true;
    // Who writes to the bot alone must not think that it was noted.
    if (chat.role === 'private') throw new UserError('reply.notUnderstood');
    return false;
  },
};

/** A reply to what the bot said about one unit's part, e.g. to the echo in a lead's private chat. */
async function takeAnswered(ctx: Context, message: Message): Promise<boolean> {
  const { replyTo } = message.event;
  if (!replyTo?.isOurs) return false;
  const at = { chatId: ctx.chat.id, now: ctx.now };
  const target = await findAnswerTarget(ctx.db, { messageId: replyTo.messageId, unitId: null }, at);
  if (!target?.assignmentId) return false;
  await authorise(ctx, 'answer-for-unit', target.unitId);
  await takeOne(ctx, { assignmentId: target.assignmentId }, message, message.words);
  return true;
}
