import type { FaultRule as SharedRule, WireFault } from '../chat-server/faults.js';

/** `html-leak` is a gateway's page with the path, and so the token, in it. */
export type FaultKind = '400' | '401' | '403' | '404' | '408' | '429' | 'html-leak' | WireFault;
export type FaultRule = SharedRule<FaultKind, string>;

export interface Person {
  id: string;
  name: string;
  /** In a class of people whose messages reach no bot in the clear. */
  isProtected: boolean;
}

export type MessageKind =
  | 'text'
  | 'image'
  | 'sticker'
  | 'voice'
  | 'file'
  | 'link'
  | 'audio'
  | 'video'
  | 'location'
  | 'gif'
  | 'business_card';

export interface StoredMessage {
  id: string;
  kind: MessageKind;
  /** Undefined for the bot. */
  from?: Person;
  text: string;
  /** Address of the photo or the voice, id of the sticker. */
  media?: string;
  replyTo?: string;
  mentionsBot?: boolean;
  /** People named in the text, by the account's groups only. */
  mentions?: string[];
  parseMode?: string;
  date: number;
}

export interface ChatRecord {
  id: string;
  type: 'PRIVATE' | 'GROUP';
  title: string;
  members: Set<string>;
  bot: 'in' | 'out' | 'never';
  isGone: boolean;
  messages: Map<string, StoredMessage>;
  /** Messages from the bot ever posted here, kept in bench mode too. */
  botMessages: number;
  /** Bot messages whose exact text had been posted here before (bench mode only). */
  repeated: number;
  seenTexts: Set<number>;
}

export interface ShownMessage {
  id: string;
  chatId: string;
  from: { id: string; name: string };
  fromBot: boolean;
  kind: MessageKind;
  /** Text or caption. */
  text: string;
  replyTo?: string;
  attachments: { kind: MessageKind; url: string }[];
  parseMode?: string;
  mentions?: string[];
  date: number;
}

export interface CallRecord {
  method: string;
  at: number;
  /** The error code in the body, 200 for success, 0 where no answer came. */
  status: number;
  chatId?: string;
  description?: string;
  params: Record<string, unknown>;
}
