import { createHash } from 'node:crypto';
import type { Attachment } from '../../core/message.js';
import type { InboundChat, InboundEvent, InboundSender, KeyedEvent } from '../channel.js';
import { removeMention } from '../zalo/mention.js';
import { readText } from '../zalo/read-text.js';
import { eventSchema, type OaEvent } from './event-schema.js';
import { groupBorn, groupChanged, groupGone } from './guesses.js';

export interface Reader {
  /** The account's name, as members mention it. */
  names: readonly string[];
  now: Date;
}

const talk = /^user_send_(group_)?/;

/**
 * Event → event, or null when it does not concern us. Never throws. Whether a quoted message is ours is left open
 * (`isOurs: false`): the caller knows, see `addressReply`.
 */
export function parseEvent(payload: unknown, reader: Reader): KeyedEvent | null {
  const read = eventSchema.safeParse(payload);
  if (!read.success) return null;
  const event = read.data;
  const said = talk.exec(event.event_name);
  if (said) return parseTalk(event, said[1] !== undefined, reader);
  if (groupBorn.test(event.event_name)) {
    const chat = parseGroup(event);
    return chat && describeGroup({ id: chat.externalId, title: chat.title }, timeOf(event, reader.now));
  }
  return parseGroupChange(event, reader);
}

/** A group of the account's own: it hears all that is said there. The same key however it is learnt of. */
export function describeGroup(group: { id: string; title: string }, at: Date): KeyedEvent {
  const chat = { externalId: group.id, threadId: '', isGroup: true, title: group.title };
  const sender = { externalId: group.id, name: group.title, isAnonymous: true };
  return {
    eventKey: `group-${group.id}`,
    event: { kind: 'joined', chat, sender, hearsAll: true, at: at.toISOString() },
  };
}

/** An answer to a message of ours concerns us, whatever its words. */
export function addressReply(keyed: KeyedEvent, isOurs: boolean): KeyedEvent {
  const { event } = keyed;
  if (event.kind !== 'message' || !event.replyTo || !isOurs) return keyed;
  return { ...keyed, event: { ...event, addressed: true, replyTo: { ...event.replyTo, isOurs: true } } };
}

/** In a group the recipient is the group; in private it is the account, and the chat goes by the person. */
function parseTalk(event: OaEvent, isGroup: boolean, { names, now }: Reader): KeyedEvent | null {
  const { event_name, sender, message } = event;
  const chat = isGroup ? event.recipient : sender;
  if (!sender || !chat || !message) return null;
  const raw = message.text ?? '';
  const text = readText(raw, names, isGroup);
  const isMentioned = removeMention(raw, names) !== raw.trim();
  const messageId = message.msg_id ?? digest(event);
  const quoted = message.quote_msg_id ?? message.quote_msg;
  return {
    eventKey: `${event_name}-${messageId}`,
    event: {
      kind: 'message',
      // Everything said in the group comes here; what is not said to the bot is dropped before it is stored.
      addressed: !isGroup || isMentioned || /^\/[\p{L}\d_]|^#\d/u.test(text),
      chat: { externalId: chat.id, threadId: '', isGroup, title: '' },
      sender: { externalId: sender.id, name: '' },
      messageId,
      text,
      attachments: parseAttachments(message),
      ...(quoted ? { replyTo: { messageId: quoted, isOurs: false } } : {}),
      at: timeOf(event, now).toISOString(),
    },
  };
}

function parseGroupChange(event: OaEvent, { now }: Reader): KeyedEvent | null {
  const chat = parseGroup(event);
  if (!chat) return null;
  const at = timeOf(event, now).toISOString();
  const sender: InboundSender = { externalId: chat.externalId, name: chat.title, isAnonymous: true };
  let told: InboundEvent | null = null;
  if (groupGone.test(event.event_name)) told = { kind: 'left', chat, sender, reason: 'deleted', at };
  else if (groupChanged.test(event.event_name) && chat.title !== '') told = { kind: 'retitled', chat, at };
  return told && { eventKey: `${event.event_name}-${digest(event)}`, event: told };
}

/** Which field of such an event names the group is not written down; the account itself is never it. */
function parseGroup({ group_id, group_name, sender, recipient, oa_id }: OaEvent): InboundChat | null {
  const externalId = [group_id, recipient?.id, sender?.id].find((id) => id !== undefined && id !== oa_id);
  if (externalId === undefined) return null;
  return { externalId, threadId: '', isGroup: true, title: group_name ?? '' };
}

function parseAttachments({ attachments }: NonNullable<OaEvent['message']>): Attachment[] {
  return (attachments ?? []).flatMap(({ type, payload }) => {
    const kind = type === 'image' ? 'photo' : type === 'file' ? 'document' : null;
    if (!kind || !payload?.url) return [];
    const { url, name, size } = payload;
    return [
      {
        kind,
        channel: 'zalo-oa',
        ref: url,
        ...(name === undefined ? {} : { name }),
        ...(size === undefined ? {} : { size }),
      },
    ];
  });
}

/** Milliseconds, as words. */
function timeOf({ timestamp }: OaEvent, now: Date): Date {
  const at = new Date(Number(timestamp));
  return timestamp === undefined || Number.isNaN(at.getTime()) ? now : at;
}

/** Redeliveries repeat the event to the letter. */
const digest = (event: OaEvent) =>
  createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 20);
