import { priority } from '../../core/delivery.js';
import { plain } from '../../core/message.js';
import { findApprovalCard } from '../../store/approvals.js';
import type { Deed } from '../deed.js';

/** Names the message that asks for a decision: it is sent once. */
export const cardKey = (id: number) => `approval:${id}`;

/** Replaces the card by what was decided, wherever that was said. Nothing where it can't be edited or found. */
export async function settleCard(ctx: Deed, { id }: { id: number }, text: string): Promise<void> {
  const card = await findApprovalCard(ctx.db, cardKey(id));
  if (!card || !ctx.runtime.channels.get(card.channel)?.capabilities.edits) return;
  const { channel, chatId, messageId } = card;
  ctx.outbox.push({
    ...{ channel, chatId, kind: 'rewrite', priority: priority.answer, replyTo: messageId },
    content: { text: [plain(text)] },
  });
}
