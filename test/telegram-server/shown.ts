import { isService } from './privacy.js';
import type { ChatRecord, Message, ShownMessage, Stored } from './types.js';
import type { World } from './world.js';

const SERVICE = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'forum_topic_created',
] as const;

/** What a chat shows now, oldest first. */
export function shownIn(world: World, record: ChatRecord): ShownMessage[] {
  return [...record.messages.values()].map((stored) => showOne(world, record, stored));
}

function showOne(world: World, record: ChatRecord, stored: Stored): ShownMessage {
  const { message } = stored;
  const service = isService(message) ? SERVICE.find((field) => message[field] !== undefined) : undefined;
  const isTopicStart = message.reply_to_message?.forum_topic_created !== undefined;
  return {
    id: message.message_id,
    chatId: record.chat.id,
    from: sender(message),
    fromBot: message.from !== undefined && world.isOurs(message.from.id),
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, callback_data: data, url }) => ({
        text,
        ...(data === undefined ? {} : { data }),
        ...(url === undefined ? {} : { url }),
      })),
    ),
    ...(message.reply_to_message && !isTopicStart ? { replyTo: message.reply_to_message.message_id } : {}),
    ...(message.message_thread_id === undefined ? {} : { threadId: message.message_thread_id }),
    reactions: [...stored.reactions].flatMap(([userId, list]) => list.map((emoji) => ({ emoji, userId }))),
    attachments: attachments(message),
    edited: stored.edited,
    pinned: record.pinned.includes(message.message_id),
    ...(service === undefined ? {} : { service }),
    date: message.date,
  };
}

function sender(message: Message): ShownMessage['from'] {
  if (message.sender_chat) return { id: message.sender_chat.id, name: message.sender_chat.title ?? '' };
  const user = message.from;
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(' ');
  return { id: user?.id ?? 0, name, ...(user?.username === undefined ? {} : { username: user.username }) };
}

function attachments({ photo, document }: Message): ShownMessage['attachments'] {
  const list: ShownMessage['attachments'] = [];
  const best = photo?.at(-1);
  if (best) list.push({ kind: 'photo', fileId: best.file_id, size: best.file_size });
  if (document) {
    const { file_id: fileId, file_size: size, file_name: fileName } = document;
    list.push({ kind: 'document', fileId, size, ...(fileName === undefined ? {} : { fileName }) });
  }
  return list;
}
