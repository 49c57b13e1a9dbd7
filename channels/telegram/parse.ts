import type { InboundChat, InboundEvent, InboundMessage, InboundSender, KeyedEvent } from '../channel.js';
import { readText } from './parse-text.js';
import { updateSchema } from './update-schema.js';
import type { TgChat, TgMember, TgMembership, TgMessage, TgPress, TgUser } from './update-schema.js';

export interface Identity {
  id: number;
  username: string;
  /** Privacy mode is off: the bot hears everything in every group. */
  hearsAllGroups: boolean;
}

/** The sender that stands for admins who hide behind the group. */
const groupAnonymousBotId = 1_087_968_824;

/** Update → event, or null when it does not concern us. Never throws: what can't be read is not ours. */
export function parseUpdate(raw: unknown, me: Identity, now: Date): KeyedEvent | null {
  const read = updateSchema.safeParse(raw);
  if (!read.success) return null;
  const { update_id, message, edited_message, callback_query, my_chat_member } = read.data;
  let event: InboundEvent | null = null;
  if (message) event = parseMessage(message, me);
  else if (edited_message) event = parseEdit(edited_message, me);
  else if (callback_query) event = parsePress(callback_query, now);
  else if (my_chat_member) event = parseMembership(my_chat_member, me);
  // Unique per bot, not rising for ever: https://core.telegram.org/bots/api#update
  return event && { eventKey: `${me.id}-${update_id}`, event };
}

function parseMessage(message: TgMessage, me: Identity): InboundEvent | null {
  if (!isOurKindOfChat(message.chat)) return null;
  return parseGroupChange(message) ?? parseTalk(message, me, 'message');
}

function parseEdit(message: TgMessage, me: Identity): InboundEvent | null {
  return isOurKindOfChat(message.chat) ? parseTalk(message, me, 'edit') : null;
}

/** Migration is told twice, once in the old chat and once in the new: the same fact both times. */
function parseGroupChange(message: TgMessage): InboundEvent | null {
  const at = isoTime(message.date);
  const chat = parseChat(message.chat);
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', chat, toExternalId: String(message.migrate_to_chat_id), at };
  }
  if (message.migrate_from_chat_id !== undefined) {
    const old = { ...chat, externalId: String(message.migrate_from_chat_id) };
    return { kind: 'migrated', chat: old, toExternalId: chat.externalId, at };
  }
  if (message.new_chat_title !== undefined) {
    return { kind: 'retitled', chat: { ...chat, title: message.new_chat_title }, at };
  }
  return null;
}

function parseTalk(message: TgMessage, me: Identity, kind: 'message' | 'edit'): InboundEvent | null {
  const sender = parseSender(message);
  if (!sender || !isTalk(message)) return null;
  const { text, isForUs, isForOther } = readText(message, me);
  const replyTo = parseReplyTo(message, me);
  const isPrivate = message.chat.type === 'private';
  return {
    kind,
    addressed: isPrivate || (!isForOther && (isForUs || replyTo?.isOurs === true)),
    chat: parseChat(message.chat, message),
    sender,
    messageId: String(message.message_id),
    text,
    attachments: parseAttachments(message),
    ...(replyTo ? { replyTo } : {}),
    at: isoTime(kind === 'edit' ? (message.edit_date ?? message.date) : message.date),
  };
}

/** Something a person said, as opposed to a service message. */
function isTalk(message: TgMessage): boolean {
  const { text, caption, photo, document, voice, audio, video, video_note } = message;
  const { sticker, location, contact } = message;
  const parts = [text, caption, photo, document, voice, audio, video, video_note, sticker, location, contact];
  return parts.some((part) => part !== undefined);
}

/** Null for bots and for posts that a linked channel forwards by itself. */
function parseSender(message: TgMessage): InboundSender | null {
  const { from, sender_chat, chat } = message;
  if (message.is_automatic_forward) return null;
  if (sender_chat)
    return { externalId: String(sender_chat.id), name: chatTitle(sender_chat), isAnonymous: true };
  if (from?.id === groupAnonymousBotId) {
    return { externalId: String(chat.id), name: chatTitle(chat), isAnonymous: true };
  }
  return from && !from.is_bot ? parseUser(from) : null;
}

function parseUser(user: TgUser): InboundSender {
  return {
    externalId: String(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(' '),
    ...(user.username === undefined ? {} : { username: user.username }),
    ...(user.language_code === undefined ? {} : { languageCode: user.language_code }),
  };
}

function parseReplyTo(message: TgMessage, me: Identity): InboundMessage['replyTo'] {
  const replied = message.reply_to_message;
  // In a topic every message that answers nothing "answers" the message that opened the topic.
  if (!replied || replied.forum_topic_created !== undefined) return undefined;
  const { from, sender_chat } = replied;
  return {
    messageId: String(replied.message_id),
    isOurs: from?.id === me.id,
    ...(from && !sender_chat && from.id !== groupAnonymousBotId ? { author: parseUser(from) } : {}),
  };
}

/** A photo comes in several sizes; the largest is the one that people read. */
function parseAttachments(message: TgMessage): InboundMessage['attachments'] {
  const area = (size: { width?: number | undefined; height?: number | undefined }) =>
    (size.width ?? 0) * (size.height ?? 0);
  const photo = message.photo?.reduce((best, size) => (area(size) >= area(best) ? size : best));
  const file = photo ?? message.document;
  if (!file) return [];
  return [
    {
      kind: photo ? 'photo' : 'document',
      channel: 'telegram',
      ref: file.file_id,
      ...(file.file_name === undefined ? {} : { name: file.file_name }),
      ...(file.file_size === undefined ? {} : { size: file.file_size }),
    },
  ];
}

/** Presses carry no time of their own. */
function parsePress(press: TgPress, now: Date): InboundEvent | null {
  const { message, data } = press;
  if (!message || data === undefined || !isOurKindOfChat(message.chat)) return null;
  return {
    kind: 'press',
    pressId: press.id,
    messageId: String(message.message_id),
    action: data,
    chat: parseChat(message.chat, message),
    sender: parseUser(press.from),
    at: now.toISOString(),
  };
}

/** Our own membership: https://core.telegram.org/bots/api#chatmemberupdated. A user who blocks the bot comes here too. */
function parseMembership(change: TgMembership, me: Identity): InboundEvent | null {
  if (!isOurKindOfChat(change.chat)) return null;
  const [before, after] = [change.old_chat_member, change.new_chat_member];
  const facts = { chat: parseChat(change.chat), at: isoTime(change.date) };
  const sender = parseUser(change.from);
  if (!isMember(after)) {
    return isMember(before) ? { kind: 'left', sender, reason: after.status, ...facts } : null;
  }
  const hearsAll = hearsAllAs(after, me) || change.chat.type === 'private';
  if (!isMember(before)) return { kind: 'joined', sender, hearsAll, ...facts };
  return hearsAllAs(before, me) === hearsAllAs(after, me) ? null : { kind: 'hearing', hearsAll, ...facts };
}

function isMember({ status, is_member }: TgMember): boolean {
  return (
    ['creator', 'administrator', 'member'].includes(status) || (status === 'restricted' && is_member === true)
  );
}

function hearsAllAs({ status }: TgMember, me: Identity): boolean {
  return status === 'administrator' || me.hearsAllGroups;
}

function isOurKindOfChat({ type }: TgChat): boolean {
  return type === 'private' || type === 'group' || type === 'supergroup';
}

/** `message_thread_id` is set on plain replies too; only in a forum is it a topic to write back to. */
function parseChat(
  chat: TgChat,
  message?: { is_topic_message?: boolean | undefined; message_thread_id?: number | undefined },
): InboundChat {
  const threadId = message?.is_topic_message ? message.message_thread_id : undefined;
  return {
    externalId: String(chat.id),
    threadId: threadId === undefined ? '' : String(threadId),
    isGroup: chat.type !== 'private',
    title: chatTitle(chat),
  };
}

function chatTitle(chat: TgChat): string {
  return chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
}

function isoTime(seconds: number): string {
  const at = new Date(seconds * 1_000);
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString();
}
