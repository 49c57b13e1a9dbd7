import { priority } from '../core/delivery.js';
import { say, type Content } from '../core/message.js';
import type { Deed } from './deed.js';

/** `directiveId` and `assignmentId` make a reply to this message count as a reply to them. */
export interface TellOptions {
  replyTo?: string;
  /** The same key twice is said once. */
  dedupKey?: string;
  directiveId?: number;
  assignmentId?: number;
}

/** Says something in a chat. */
export async function tell(
  ctx: Deed,
  chat: { id: number; channel: string },
  content: Content | string,
  options: TellOptions = {},
): Promise<void> {
  const body = typeof content === 'string' ? say(content) : content;
  const { id: chatId, channel } = chat;
  ctx.outbox.push({ ...options, channel, chatId, kind: 'answer', priority: priority.answer, content: body });
}
