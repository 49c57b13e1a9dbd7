import { priority } from '../core/delivery.js';
import { say } from '../core/message.js';
import { textsFor, type Translate } from '../locales/texts.js';
import type { Runtime } from '../config/runtime.js';
import { getChat } from '../store/chats.js';
import type { Db } from '../store/db.js';
import type { NewDelivery } from '../store/deliveries.js';
import type { Directive } from '../store/directives.js';
import { findPreviews, type Preview } from '../store/drafts.js';

/** What has become of a draft. */
export type End = { key: 'preview.sent'; number: number } | { key: 'preview.dropped' };

/**
 * Replaces all messages that still offer to decide on a draft by what was decided, wherever that was done: at its time by
 * nobody, by another message's button, on the page. Nothing where the channel can't edit.
 */
export async function settlePreviews(
  runtime: Runtime,
  db: Db,
  {
    id,
    title,
    issuerChatId: chatId,
    createdAt,
  }: Pick<Directive, 'id' | 'title' | 'issuerChatId' | 'createdAt'>,
  { key, ...values }: End,
): Promise<NewDelivery[]> {
  const preview = { action: `draft:${id}:`, chatId, createdAt };
  return rewritePreviews(runtime, db, preview, (t) => t(key, { ...values, title }));
}

/** Replaces all messages that still offer to decide on what they show, in the language of their chat. */
export async function rewritePreviews(
  { channels, settings }: Runtime,
  db: Db,
  preview: Preview,
  write: (t: Translate) => string,
): Promise<NewDelivery[]> {
  const chat = await getChat(db, preview.chatId);
  if (!channels.get(chat.channel)?.capabilities.edits) return [];
  const content = say(write(textsFor(chat.locale, settings.ORG_LOCALE)));
  const { id: chatId, channel } = chat;
  return (await findPreviews(db, preview)).map((replyTo) => ({
    ...{ channel, chatId, kind: 'rewrite', priority: priority.answer, replyTo, content },
  }));
}
