import type { KeyedEvent } from '../core/event.js';
import type { Content } from '../core/message.js';

export type { InboundChat, InboundEvent, InboundMessage, InboundSender, KeyedEvent } from '../core/event.js';

/** What a channel can do. Callers ask this, never the channel's name. */
export interface Capabilities {
  buttons: boolean;
  edits: boolean;
  reactions: boolean;
  /** A message can hang on an earlier one. */
  replyTo: boolean;
  /** In a group it hears only what mentions the bot by its name, and answers to its messages. */
  needsMention: boolean;
  /** A link that adds the bot to a group and carries a code. */
  inviteLinks: boolean;
  /** Days after their last message in which a person may be written to in private; 0 is no limit. */
  privateDays: number;
  /** A person has one id in all chats. Where that is not known, one person may seem to be several. */
  onePersonId: boolean;
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
  /** Longest text under an attachment, in UTF-16 units. */
  captionLimit: number;
  /** Files it can show: those it holds itself, or photos by an address that everybody can fetch. */
  files: 'own' | 'photo-address';
  /** A file that went there once can be sent again by the id the platform gave it (`Sent.heldRef`). */
  keepsFiles: boolean;
  /** Messages a month that the plan allows, both directions together; 0 is no limit. */
  monthlyLimit: number;
  /** Limits the platform sets; 0 is no limit. Sends a second in all, in one chat, and a minute in one group. */
  pace: { perSecond: number; chatPerSecond: number; groupPerMinute: number };
}

export interface ChatAddress {
  externalId: string;
  /** '' outside topics. */
  threadId: string;
  isGroup: boolean;
}

export interface OutgoingMessage {
  to: ChatAddress;
  content: Content;
  /** Platform id of the message this one answers. */
  replyTo?: string;
}

/** A message that is out. */
export interface Sent {
  /** The platform's id of the message. */
  messageId: string;
  /** `Attachment.ref` of the file that was brought along, where the channel keeps files. Refused later with the code `file`, it holds no more. */
  heldRef?: string;
}

/** Stores events before anything else happens to them. Resolves when they are safe. */
export type Intake = (channel: string, events: KeyedEvent[]) => Promise<void>;

export interface Webhook {
  path: string;
  /** Checks the secret, reads the body, hands events to intake. Returns the HTTP status. */
  receive(headers: Headers, body: string, intake: Intake): Promise<200 | 401 | 500>;
}

/** A group that the bot made itself, or that its account has. */
export interface OwnGroup {
  externalId: string;
  title: string;
  /** By which people join it; '' when the platform tells none. */
  link: string;
}

/** For a bot that cannot be added to groups but has its own. Every method throws SendError. */
export interface OwnGroups {
  list(): Promise<OwnGroup[]>;
  listMembers(externalId: string): Promise<{ externalId: string; name: string }[]>;
  /** Makes a group with these people in it; one of them must manage the account. */
  create(group: { title: string; description: string; memberIds: string[] }): Promise<OwnGroup>;
}

/** What keeps a channel from hearing its platform. */
export interface ChannelTrouble {
  /** `token`: the platform does not know the bot; `shared`: another program hears in its place. */
  kind: 'token' | 'shared' | 'other';
  /** What the operator can do, in English, as it stands in the log. */
  advice: string;
  /** Which setting holds the token, and where a new one is to be had. */
  token: { setting: string; place: string };
}

/** One chat platform. `send`, `edit` throw SendError (core/errors.ts) and nothing else. */
export interface Channel {
  readonly name: string;
  /** What people call the platform. */
  readonly label: string;
  readonly capabilities: Capabilities;
  /** The name by which members call the bot, with @ where the platform has it; '' before start. */
  readonly botName: string;
  readonly webhook?: Webhook;
  /** Connects and begins to listen. Resolves when the first connection stands or, with the platform away, at once: it goes on trying. */
  start(intake: Intake): Promise<void>;
  /** Stops listening; resolves when no event is under way. Sending still works until close. */
  stop(): Promise<void>;
  /** Sends one message; long texts must be split before (core/split-text.ts). */
  send(message: OutgoingMessage): Promise<Sent>;
  /** Replaces a message that is out. "Not modified" counts as done. */
  edit(to: ChatAddress, messageId: string, content: Content): Promise<void>;
  /** A courtesy on a member's message; faults are swallowed and logged. */
  react?(to: ChatAddress, messageId: string, emoji: string): Promise<void>;
  /** Ends the waiting circle on a pressed button; faults are swallowed and logged. */
  answerPress?(pressId: string, text: string): Promise<void>;
  /** The bytes of a file that the platform holds (`Attachment.ref`); null when they can't be had. */
  openFile?(ref: string): Promise<Uint8Array | null>;
  /** The address at which members open a message; null where it has none. */
  messageLink?(to: ChatAddress, messageId: string): string | null;
  /** A link that adds the bot to a group with `code`; null when the channel has none. */
  inviteLink(code: string): string | null;
  /** Only where the bot makes its groups itself. */
  ownGroups?: OwnGroups;
  /** Tells the platform which commands exist, for its menu. */
  publishCommands?(commands: { locale: string; command: string; description: string }[]): Promise<void>;
  /** What stands in its way now; null while all is well, and in a process that does not listen. */
  trouble?(this: void): ChannelTrouble | null;
  /** What an operator should know: one line per finding, for `giaoban doctor`. */
  diagnose(): Promise<{ ok: boolean; text: string }[]>;
}
