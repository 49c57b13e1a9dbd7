export interface TgUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface TgChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
  all_members_are_administrators?: boolean;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: TgUser;
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface FileInfo {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
}

/** A message exactly as the Bot API writes it; service fields are open. */
export interface Message {
  message_id: number;
  date: number;
  chat: TgChat;
  from?: TgUser;
  sender_chat?: TgChat;
  message_thread_id?: number;
  is_topic_message?: true;
  reply_to_message?: Message;
  edit_date?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: FileInfo[];
  document?: FileInfo;
  reply_markup?: { inline_keyboard: Button[][] };
  forum_topic_created?: { name: string; icon_color: number };
  new_chat_members?: TgUser[];
  left_chat_member?: TgUser;
  new_chat_title?: string;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  pinned_message?: Message;
}

export type Status = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Member {
  status: Status;
  anonymous?: boolean;
  /** Rights an administrator lacks, or `can_send_messages: false` for a restricted member. */
  rights?: Record<string, boolean>;
}

export interface Stored {
  message: Message;
  edited: boolean;
  reactions: Map<number, string[]>;
}

export interface ChatRecord {
  chat: TgChat;
  members: Map<number, Member>;
  messages: Map<number, Stored>;
  topics: Map<number, { name: string; closed: boolean }>;
  pinned: number[];
  lastMessageId: number;
  /** Messages from bots ever posted here, kept in bench mode too. */
  botMessages: number;
  /** Bot messages whose exact text had been posted here before (bench mode only). */
  repeated: number;
  seenTexts?: Set<number>;
  /** In bench mode, the numbers of the messages still kept. */
  kept?: { bot: number[]; people: number[] };
  lastBotId?: number;
  migratedTo?: number;
  gone?: 'deleted' | 'blocked' | 'deactivated';
}

export interface StoredFile {
  kind: 'photo' | 'document';
  /** The bot that brought it. */
  botId?: number;
  info: FileInfo;
  path: string;
  content: Buffer;
}

export interface ShownMessage {
  id: number;
  chatId: number;
  from: { id: number; name: string; username?: string };
  fromBot: boolean;
  /** Text or caption, with edits applied. */
  text: string;
  entities: Entity[];
  buttons: { text: string; data?: string; url?: string }[][];
  replyTo?: number;
  threadId?: number;
  reactions: { emoji: string; userId: number }[];
  attachments: { kind: 'photo' | 'document'; fileId: string; fileName?: string; size: number }[];
  edited: boolean;
  pinned: boolean;
  /** Name of the service field, for messages such as `new_chat_members`. */
  service?: string;
  date: number;
}

export interface CallbackAnswer {
  queryId: string;
  text?: string;
  showAlert: boolean;
  url?: string;
}

export interface CallRecord {
  method: string;
  at: number;
  chatId?: number;
  status: number;
  description?: string;
  params: Record<string, unknown>;
  /** Bytes of the files that came along. */
  uploaded?: number;
}
