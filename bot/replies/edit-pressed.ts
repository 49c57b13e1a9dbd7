import { SendError } from '../../core/errors.js';
import type { Content } from '../../core/message.js';
import { answer, type Context } from '../context.js';
import type { PressEvent } from '../press.js';

/**
 * Changes the message whose button was pressed, in place; where the channel cannot, says it anew. A courtesy: what was
 * recorded stands and the press shows it too, so a fault of the edit goes no further than the log.
 */
export async function editPressed(ctx: Context, event: PressEvent, content: Content): Promise<void> {
  const { channel, chat, runtime } = ctx;
  if (!channel.capabilities.edits) return answer(ctx, content);
  const to = { externalId: chat.externalId, threadId: chat.threadId, isGroup: chat.role !== 'private' };
  ctx.afterCommit.push(async () => {
    await channel.edit(to, event.messageId, content).catch((error: unknown) => {
      if (!(error instanceof SendError)) throw error;
      runtime.log.debug({ code: error.code }, 'edit of a pressed message failed');
    });
  });
}
