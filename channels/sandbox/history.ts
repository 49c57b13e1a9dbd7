import type { Content } from '../../core/message.js';

/** A person who may speak in a chat. */
export interface SandboxMember {
  id: string;
  name: string;
  username?: string;
}

/** What a pressed button showed to the one who pressed it. */
export interface SandboxToast {
  pressId: string;
  text: string;
}

/** What the page must know to draw a chat without its messages. `revision` rises with every change. */
export interface SandboxChat {
  externalId: string;
  title: string;
  isGroup: boolean;
  position: number;
  /** Whether the bot is in the group; a private chat always has it. */
  hasBot: boolean;
  members: SandboxMember[];
  toasts: SandboxToast[];
  revision: number;
}

/** A message, or with an empty `authorId` a line of the chat's own life ("the bot was added"). */
export interface SandboxMessage {
  id: number;
  chatId: string;
  authorId: string;
  author: string;
  isBot: boolean;
  content: Content;
  replyTo: number | null;
  reaction: string | null;
  editedAt: Date | null;
  createdAt: Date;
}

export type NewSandboxChat = Pick<SandboxChat, 'externalId' | 'title' | 'isGroup' | 'members' | 'hasBot'>;
export type NewSandboxMessage = Pick<
  SandboxMessage,
  'chatId' | 'authorId' | 'author' | 'isBot' | 'content' | 'replyTo'
>;

/** The sandbox's platform side: where its chats and messages are kept. Every change raises the chat's revision. */
export interface SandboxHistory {
  listChats(): Promise<SandboxChat[]>;
  findChat(externalId: string): Promise<SandboxChat | null>;
  /** Without effect when the chat is there. */
  addChat(chat: NewSandboxChat): Promise<void>;
  changeChat(externalId: string, change: { title?: string; hasBot?: boolean }): Promise<void>;
  /** The newest `limit` messages, oldest first. */
  listMessages(chatId: string, limit: number): Promise<SandboxMessage[]>;
  findMessage(chatId: string, id: number): Promise<SandboxMessage | null>;
  addMessage(message: NewSandboxMessage): Promise<SandboxMessage>;
  /** Returns false when there is no such message in the chat. */
  changeMessage(chatId: string, id: number, content: Content): Promise<boolean>;
  react(chatId: string, id: number, emoji: string): Promise<void>;
  /** Keeps the newest few toasts of a chat. */
  addToast(chatId: string, toast: SandboxToast): Promise<void>;
}
