import { correctAnswer } from '../../services/corrections/correct-answer.js';
import { readCorrection } from '../../services/corrections/find-correctable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/answer 12 XA01 xong`: an answer that came by telephone, or another one in place of what stands; `xóa` clears it. */
export const answerCommand: Command = {
  names: ['answer', 'ghithay'],
  places: ['private', 'office'],
  right: 'correct-answer',
  async run(ctx, args) {
    const correction = await readCorrection(ctx, args, 'correct.usage');
    const messageId = ctx.event.kind === 'message' ? ctx.event.messageId : '';
    await answer(ctx, await correctAnswer(ctx, correction, { raw: args, messageId }));
  },
};
