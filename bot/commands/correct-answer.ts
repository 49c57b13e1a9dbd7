import { correctAnswer } from '../../services/corrections/correct-answer.js';
import { readCorrections } from '../../services/corrections/find-correctable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/answer 12 XA01, XA02 xong`: an answer that came by telephone, of one unit or several, or another one in place of what stands; `xóa` clears it. */
export const answerCommand: Command = {
  names: ['answer', 'ghithay'],
  places: ['private', 'office'],
  right: 'correct-answer',
  async run(ctx, args) {
    const messageId = ctx.event.kind === 'message' ? ctx.event.messageId : '';
    const lines: string[] = [];
    for (const correction of await readCorrections(ctx, args, 'correct.usage'))
      lines.push(await correctAnswer(ctx, correction, { raw: args, messageId }));
    await answer(ctx, lines.join('\n'));
  },
};
