import { UserError } from '../../core/errors.js';
import { answerQuestion } from '../../services/questions/answer-question.js';
import { getUnit } from '../../services/find-unit.js';
import { findLastQuestion } from '../../store/questions.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/reply 12 XA01 theo mẫu 02`: what a reply to a passed-on question does, where the bot hears no replies; the unit's last question is meant. */
export const replyCommand: Command = {
  names: ['reply', 'traloi'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const [, digits, code = '', words = ''] = /^#?(\d{1,9})\s+([^\s:]+):?(?:\s+([\s\S]+))?$/.exec(args) ?? [];
    const { event } = ctx;
    const files = event.kind === 'message' ? event.attachments : [];
    if (digits === undefined || event.kind !== 'message' || (words === '' && files.length === 0))
      throw new UserError('reply.usageReply');
    const [number, unit] = [Number(digits), await getUnit(ctx, code)];
    const asked = await findLastQuestion(ctx.db, { number, unitId: unit.id });
    if (!asked) throw new UserError('reply.noQuestion', { number, code: unit.code });
    const key = `${ctx.chat.id}:${event.messageId}`;
    await answer(ctx, await answerQuestion(ctx, asked, { words, files, key }));
  },
};
