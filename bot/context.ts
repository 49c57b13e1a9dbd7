import type { Channel } from '../channels/channel.js';
import { isAllowed, type Action } from '../core/authorise.js';
import { priority } from '../core/delivery.js';
import { UserError } from '../core/errors.js';
import type { InboundEvent } from '../core/event.js';
import { say, type Content } from '../core/message.js';
import { pathOf } from '../core/tree.js';
import type { Deed } from '../services/deed.js';
import type { ChatWithUnit } from '../store/chats.js';
import type { Speaker } from '../store/people.js';
import { listPaths } from '../store/units.js';

/** One event on its way through the bot. Everything a feature writes goes through `db`: one transaction an event. */
export interface Context extends Deed {
  channel: Channel;
  event: InboundEvent;
  chat: ChatWithUnit;
}

/** `directiveId` and `assignmentId` make a reply to this message count as a reply to them. */
export interface TellOptions {
  replyTo?: string;
  /** The same key twice is said once. */
  dedupKey?: string;
  directiveId?: number;
  assignmentId?: number;
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

/** Says something in another chat. */
export async function tell(
  ctx: Context,
  chat: { id: number; channel: string },
  content: Content | string,
  options: TellOptions = {},
): Promise<void> {
  const body = typeof content === 'string' ? say(content) : content;
  const target = { channel: chat.channel, chatId: chat.id };
  ctx.outbox.push({ ...target, kind: 'answer', priority: priority.answer, content: body, ...options });
}

/** Replaces the message whose button was pressed: what it offered is settled. Nothing where the channel can't edit. */
export async function rewrite(ctx: Context, content: Content): Promise<void> {
  const { event, chat, channel } = ctx;
  if (event.kind !== 'press' || !channel.capabilities.edits) return;
  const target = { channel: chat.channel, chatId: chat.id, replyTo: event.messageId };
  ctx.outbox.push({ ...target, kind: 'rewrite', priority: priority.answer, content });
}

/** The short text that a pressed button shows; an ordinary answer where there is no press or no such text. */
export async function toast(ctx: Context, text: string): Promise<void> {
  const { event, channel } = ctx;
  if (event.kind !== 'press') return answer(ctx, text);
  // Without such texts it is said only where nothing else was.
  const isSaid = ctx.outbox.some(({ chatId, kind }) => chatId === ctx.chat.id && kind === 'answer');
  if (!channel.answerPress) return isSaid ? undefined : answer(ctx, text);
  ctx.afterCommit.push(() => channel.answerPress?.(event.pressId, text));
}

/** The speaker. Throws UserError when the platform does not say who spoke. */
export function getSpeaker(ctx: Context): Speaker {
  if (!ctx.speaker) throw new UserError('error.anonymous');
  return ctx.speaker;
}

/** Throws UserError unless the speaker may do `action` for `unitId` (the whole organisation when null). */
export async function authorise(
  ctx: Context,
  action: Action,
  unitId: number | null = null,
): Promise<Speaker> {
  const speaker = getSpeaker(ctx);
  const path = unitId === null ? [] : pathOf(await listPaths(ctx.db, [unitId]), unitId);
  if (!isAllowed(speaker.roles, action, path)) throw new UserError('error.notAllowed');
  return speaker;
}
