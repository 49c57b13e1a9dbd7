import { UserError } from '../../core/errors.js';
import type { InboundMessage } from '../../core/event.js';
import type { Command } from '../command.js';
import { answerElsewhere } from '../replies/answer-elsewhere.js';
import { takeMessage } from '../replies/take-message.js';

/** `/report 12 đã làm 70%`: the way that works in every group, whatever the bot may hear there. */
export const reportCommand: Command = {
  names: ['report', 'baocao'],
  places: ['unit', 'private', 'office'],
  async run(ctx, args) {
    const message = {
      event: ctx.event as InboundMessage & typeof ctx.event,
      words: readArguments(args),
      source: 'command' as const,
    };
    if (ctx.chat.role !== 'unit') return answerElsewhere(ctx, message);
    if (args === '' && message.event.attachments.length === 0) throw new UserError('reply.usage');
    if (ctx.chat.unitId === null) throw new UserError('reply.unbound');
    await takeMessage(ctx, message, ctx.chat.unitId);
  },
};

/** Behind the command the code needs no `#`. A share (`70%`, `12/15`) is no code. */
export function readArguments(args: string): string {
  return args.replace(/^(\d{1,30})(?=\s|$|[:,.–-]\s)/, '#$1');
}
