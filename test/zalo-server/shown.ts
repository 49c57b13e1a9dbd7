import type { ChatRecord, ShownMessage, StoredMessage } from './types.js';
import type { ChatWorld } from './chat-world.js';

/** What a chat shows, oldest first. */
export function shownIn(world: ChatWorld, id: string): ShownMessage[] {
  const record = world.chats.get(id);
  return record ? [...record.messages.values()].map((message) => showOne(world, record, message)) : [];
}

function showOne({ speaker }: ChatWorld, record: ChatRecord, message: StoredMessage): ShownMessage {
  const { id, from, kind, text, media, replyTo, parseMode, mentions, date } = message;
  return {
    id,
    chatId: record.id,
    from: from ? { id: from.id, name: from.name } : { id: speaker.id, name: speaker.name },
    fromBot: from === undefined,
    kind,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
    attachments: media === undefined ? [] : [{ kind, url: media }],
    ...(parseMode === undefined ? {} : { parseMode }),
    ...(mentions === undefined ? {} : { mentions }),
    date,
  };
}
