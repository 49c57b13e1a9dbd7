import { createHash } from 'node:crypto';
import type { Attachment } from '../../core/message.js';
import type { InboundChat, KeyedEvent } from '../channel.js';
import { groupId } from './guesses.js';
import { readText } from './read-text.js';
import { updateSchema, type ZaloMessage } from './update-schema.js';

export interface Reader {
  /** Names by which members may call the bot. */
  names: readonly string[];
  now: Date;
}

/** Below this a number of milliseconds would be a day of 1973: it is seconds. */
const leastMs = 100_000_000_000;

/** The update in a payload: a webhook's body and a poll's answer wrap it, or not. */
export function unwrap(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  const { result, message } = payload as { result?: unknown; message?: unknown };
  return message === undefined && typeof result === 'object' ? result : payload;
}

/** Update → event, or null when it does not concern us. Never throws: what can't be read is not ours. */
export function parseUpdate(payload: unknown, reader: Reader): KeyedEvent | null {
  const update = unwrap(payload);
  const read = updateSchema.safeParse(update);
  if (!read.success) return null;
  const { event_name, message } = read.data;
  const { from } = message;
  if (from.is_bot) return null;
  // There is no id of an update; without one of the message its words stand for it.
  const messageId = message.message_id ?? digest(update);
  const inbound = parseChat(message);
  return {
    eventKey: `${event_name}-${messageId}`,
    event: {
      kind: 'message',
      // In a group Zalo hands over only what mentions the bot or answers it, and an answer carries no mention.
      addressed: true,
      chat: inbound,
      sender: { externalId: from.id, name: nameOf(message) },
      messageId,
      text: readText(message.text ?? message.caption ?? '', reader.names, inbound.isGroup),
      attachments: parsePhoto(message),
      at: parseDate(message.date, reader.now).toISOString(),
    },
  };
}

function parseChat(message: ZaloMessage): InboundChat {
  const { chat, from } = message;
  const type = (chat.chat_type ?? chat.type ?? '').toUpperCase();
  const isGroup = type === '' ? groupId.test(chat.id) && chat.id !== from.id : type !== 'PRIVATE';
  const title = chat.title ?? chat.name ?? (isGroup ? '' : nameOf(message));
  return { externalId: chat.id, threadId: '', isGroup, title };
}

const nameOf = ({ from }: ZaloMessage) => (from.display_name ?? from.name ?? '').trim();

/** A photo is a link that expires; who needs it later must fetch it soon. */
function parsePhoto({ photo, photo_url }: ZaloMessage): Attachment[] {
  const ref = [photo, photo_url].find((url) => url !== undefined && /^https?:\/\//i.test(url));
  return ref === undefined ? [] : [{ kind: 'photo', channel: 'zalo', ref }];
}

function parseDate(date: number | undefined, now: Date): Date {
  if (date === undefined || !(date > 0)) return now;
  const at = new Date(date < leastMs ? date * 1_000 : date);
  return Number.isNaN(at.getTime()) ? now : at;
}

const digest = (update: unknown) =>
  createHash('sha256').update(JSON.stringify(update)).digest('hex').slice(0, 20);
