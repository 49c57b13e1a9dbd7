import { priority } from '../core/delivery.js';
import { say } from '../core/message.js';
import { textsFor } from '../locales/texts.js';
import type { Runtime } from '../config/runtime.js';
import { getChat } from '../store/chats.js';
import type { Db } from '../store/db.js';
import type { NewDelivery } from '../store/deliveries.js';
import type { Directive } from '../store/directives.js';
import { findPreviews } from '../store/drafts.js';

/** What has become of a draft. */
export type End = { key: 'preview.sent'; number: number } | { key: 'preview.dropped' };

/**
 * Replaces all messages that still offer to decide on a draft by what was decided, wherever that was done: at its time by
 * nobody, by another message's button, on the page. Nothing where the channel can't edit.
 */
export async function settlePreviews(
  { channels, settings }: Runtime,
  db: Db,
  draft: Pick<Directive, 'id' | 'title' | 'issuerChatId' | 'createdAt'>,
  { key, ...values }: End,
): Promise<NewDelivery[]> {
  const chat = await getChat(db, draft.issuerChatId);
  if (!channels.get(chat.channel)?.capabilities.edits) return [];
  const t = textsFor(chat.locale, settings.ORG_LOCALE);
  const content = say(t(key, { ...values, title: draft.title }));
  const { id: chatId, channel } = chat;
  return (await findPreviews(db, draft)).map((replyTo) => ({
    ...{ channel, chatId, kind: 'rewrite', priority: priority.answer, replyTo, content },
  }));
}
