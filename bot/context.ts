import type { Channel } from '../channels/channel.js';
import { priority } from '../core/delivery.js';
import type { InboundEvent } from '../core/event.js';
import { say, type Content } from '../core/message.js';
import type { Deed } from '../services/deed.js';
import type { ChatWithUnit } from '../store/chats.js';
import type { NewDelivery } from '../store/deliveries.js';
import { tell, type TellOptions } from '../services/tell.js';

/** One event on its way through the bot. Everything a feature writes goes through `db`: one transaction an event. */
export interface Context extends Deed {
  channel: Channel;
  event: InboundEvent;
  /** The waiting circle on a pressed button. */
  circle: { isEnded: boolean };
}

/** Answers in the chat the event came from. With `replyTo`, under that message where the channel can. */
export async function answer(
  ctx: Context,
  content: Content | string,
  options: TellOptions = {},
): Promise<void> {
  const body = typeof content === 'string' ? say(content) : content;
  const asked = body.buttons && ctx.speaker ? { ...body, askedOf: ctx.speaker.personId } : body;
  await tell(ctx, ctx.chat, asked, options);
}

/**
 * Replaces the message whose button was pressed: what it offered is settled, and by nothing else that was to stand there.
 * Nothing where the channel can't edit.
 */
export async function rewrite(ctx: Context, content: Content): Promise<void> {
  const { event, chat, channel } = ctx;
  if (event.kind !== 'press' || !channel.capabilities.edits) return;
  const isThis = (one: NewDelivery) =>
    one.kind === 'rewrite' && one.chatId === chat.id && one.replyTo === event.messageId;
  const other = ctx.outbox.findIndex(isThis);
  if (other >= 0) ctx.outbox.splice(other, 1);
  const target = { channel: chat.channel, chatId: chat.id, replyTo: event.messageId };
  ctx.outbox.push({ ...target, kind: 'rewrite', priority: priority.answer, content });
}

/** The preview says what became of it; where it can't be edited, a message does. */
export async function settle(ctx: Context, content: Content | string): Promise<void> {
  if (ctx.event.kind !== 'press' || !ctx.channel.capabilities.edits) return answer(ctx, content);
  await rewrite(ctx, typeof content === 'string' ? say(content) : content);
  await toast(ctx, ctx.t('compose.noted'));
}

/** The short text that a pressed button shows; an ordinary answer where there is no press or no such text. */
export async function toast(ctx: Context, text: string): Promise<void> {
  const { event, channel } = ctx;
  if (event.kind !== 'press') return answer(ctx, text);
  // Without such texts it is said only where nothing else was.
  const isSaid = ctx.outbox.some(({ chatId, kind }) => chatId === ctx.chat.id && kind === 'answer');
  if (!channel.answerPress) return isSaid ? undefined : answer(ctx, text);
  endCircle(ctx, text);
}

/** Ends the waiting circle on a pressed button, with a short text or none. Nothing where there is no circle any more. */
export function endCircle({ event, channel, circle, afterCommit }: Context, text = ''): void {
  if (event.kind !== 'press' || circle.isEnded) return;
  circle.isEnded = true;
  afterCommit.push(() => channel.answerPress?.(event.pressId, text));
}

/** The unit in whose group it happens; null elsewhere. */
export const unitOf = ({ chat }: Deed): ChatWithUnit['unit'] => (chat.role === 'unit' ? chat.unit : null);
