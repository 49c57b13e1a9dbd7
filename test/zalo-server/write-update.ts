import { opaqueId } from '../chat-server/opaque-id.js';
import type { Behaviour } from './behaviour.js';
import type { ChatRecord, MessageKind, Person, StoredMessage } from './types.js';

/** What has an event of its own; all else comes as unsupported. */
const EVENTS = new Set<MessageKind>(['text', 'link', 'image', 'sticker', 'voice']);

type Body = Record<string, unknown>;

/** An update as polls and webhooks carry it, without the `{ok,result}` around it. */
export function writeUpdate(behaviour: Behaviour, record: ChatRecord, message: StoredMessage): string {
  const { extra, replyField, dateUnit } = behaviour;
  const isHidden = message.from?.isProtected === true || !EVENTS.has(message.kind);
  return JSON.stringify({
    event_name: `message.${isHidden ? 'unsupported' : message.kind}.received`,
    message: {
      from: {
        id: message.from ? idIn(behaviour, record, message.from) : '',
        display_name: message.from?.name,
        is_bot: false,
      },
      chat: { id: record.id, chat_type: record.type },
      ...(isHidden ? {} : bodyOf(behaviour, message)),
      ...(replyField !== null && message.replyTo !== undefined ? { [replyField]: message.replyTo } : {}),
      message_id: message.id,
      date: dateUnit === 'ms' ? message.date : Math.floor(message.date / 1_000),
      ...extra.message,
    },
    ...extra.update,
  });
}

/** In a private chat a person's id is the chat's id; whether it is the same in a group nobody has measured. */
export function idIn({ personIds }: Behaviour, { type, id }: ChatRecord, person: Person): string {
  return type === 'PRIVATE' || personIds === 'same' ? person.id : opaqueId(person.id, id);
}

function bodyOf({ photoField }: Behaviour, { kind, text, media }: StoredMessage): Body {
  const bodies: Partial<Record<MessageKind, Body>> = {
    text: { text },
    link: { text },
    image: { [photoField]: media, ...(text === '' ? {} : { caption: text }) },
    sticker: { sticker: media, url: `https://zalo-api.zadn.vn/sticker/${media ?? ''}.png` },
    voice: { voice_url: media },
  };
  return bodies[kind] ?? {};
}
