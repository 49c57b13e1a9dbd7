import type { Content } from '../../core/message.js';
import { answer, rewrite, type Context } from '../context.js';

/** Changes the message whose button was pressed, in place; where the channel cannot, says it anew. */
export async function editPressed(ctx: Context, content: Content): Promise<void> {
  await (ctx.channel.capabilities.edits ? rewrite(ctx, content) : answer(ctx, content));
}
