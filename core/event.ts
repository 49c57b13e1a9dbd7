import type { Attachment } from './message.js';

export interface InboundChat {
  externalId: string;
  threadId: string;
  isGroup: boolean;
  title: string;
}

export interface InboundSender {
  externalId: string;
  name: string;
  username?: string;
  languageCode?: string;
  /** Speaks in the name of the group (an anonymous admin): the person is not known. */
  isAnonymous?: boolean;
}

export interface InboundMessage {
  chat: InboundChat;
  sender: InboundSender;
  messageId: string;
  /** Mention of the bot and `@bot` behind a command already taken off. */
  text: string;
  attachments: Attachment[];
  /** Message that this one answers; `isOurs` when the bot wrote it. `author` is who wrote it, when known. */
  replyTo?: { messageId: string; isOurs: boolean; author?: InboundSender };
  /** ISO time of the platform. */
  at: string;
}

/** What a channel tells the bot. `addressed` is false for chat text that does not concern the bot: it is dropped unread. */
export type InboundEvent =
  | ({ kind: 'message'; addressed: boolean } & InboundMessage)
  | ({ kind: 'edit'; addressed: boolean } & InboundMessage)
  | {
      kind: 'press';
      pressId: string;
      messageId: string;
      action: string;
      chat: InboundChat;
      sender: InboundSender;
      at: string;
    }
  | { kind: 'joined'; chat: InboundChat; sender: InboundSender; hearsAll: boolean; at: string }
  | { kind: 'left'; chat: InboundChat; sender: InboundSender; reason: string; at: string }
  | { kind: 'hearing'; chat: InboundChat; hearsAll: boolean; at: string }
  | { kind: 'retitled'; chat: InboundChat; at: string }
  | { kind: 'migrated'; chat: InboundChat; toExternalId: string; at: string };

/** An event with the platform's own key: the same key twice is the same event. */
export interface KeyedEvent {
  eventKey: string;
  event: InboundEvent;
}
