import { EventEmitter } from 'node:events';
import { Faults } from '../chat-server/faults.js';
import { hashText } from '../chat-server/hash-text.js';
import { evict, memberJson, newChat } from './chat-record.js';
import type { FaultRule } from './faults.js';
import type { BotSetting, WorldOptions } from './options.js';
import { sees } from './privacy.js';
import { RateLimiter } from './rate.js';
import type {
  CallbackAnswer,
  CallRecord,
  ChatRecord,
  Member,
  Message,
  Status,
  Stored,
  StoredFile,
  TgChat,
  TgUser,
} from './types.js';
import { UpdateQueue } from './updates.js';

export interface PendingCallback {
  at: number;
  settle: (answer: CallbackAnswer) => void;
}

export interface BotRecord {
  token: string;
  user: TgUser;
  privacy: boolean;
  updates: UpdateQueue;
  privates: Map<number, ChatRecord>;
  commands: Map<string, unknown[]>;
  callbacks: Map<string, PendingCallback>;
}

export interface Draft {
  from?: TgUser;
  senderChat?: TgChat;
  replyTo?: Stored;
  threadId?: number;
  body: Partial<Message>;
}

const CALLS_KEPT = 50_000;

export const ANONYMOUS: TgUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** Everything that exists: bots, people, chats and what was said. */
export class World {
  readonly bots = new Map<string, BotRecord>();
  readonly users = new Map<number, TgUser>();
  readonly chats = new Map<number, ChatRecord>();
  readonly files = new Map<string, StoredFile>();
  readonly faults = new Faults<FaultRule>('getUpdates');
  readonly rate: RateLimiter;
  readonly changed = new EventEmitter();
  readonly counts = new Map<string, number>();
  calls: CallRecord[] = [];
  callbackAnswers: CallbackAnswer[] = [];
  callbackCount = 0;
  skewMs = 0;
  nextId = 1;
  #sharedMessageId = 100;

  constructor(readonly options: WorldOptions) {
    this.rate = new RateLimiter(options.rate ?? 'off');
    this.changed.setMaxListeners(0);
    this.users.set(ANONYMOUS.id, ANONYMOUS);
  }

  now(): number {
    return (this.options.clock ?? Date.now)() + this.skewMs;
  }

  seconds(): number {
    return Math.floor(this.now() / 1_000);
  }

  addBot(setting: BotSetting): BotRecord {
    const user: TgUser = { id: setting.id, is_bot: true, first_name: 'Giao ban', username: setting.username };
    const bot: BotRecord = {
      token: setting.token,
      user,
      privacy: this.options.privacy ?? true,
      updates: new UpdateQueue(100_000_000 + (setting.id % 1_000) * 100_000 + 1),
      privates: new Map(),
      commands: new Map(),
      callbacks: new Map(),
    };
    this.users.set(user.id, user);
    this.bots.set(setting.token, bot);
    return bot;
  }

  bot(token?: string): BotRecord {
    const bot = token === undefined ? this.bots.values().next().value : this.bots.get(token);
    if (!bot) throw new Error(`no bot with the token ${token ?? '(first)'}`);
    return bot;
  }

  user(id: number): TgUser {
    const user = this.users.get(id);
    if (!user) throw new Error(`no user ${id}: add the user first`);
    return user;
  }

  /** A group by its id, or the private chat that a user began with a bot. */
  chat(id: number, token?: string): ChatRecord {
    const record = id < 0 ? this.chats.get(id) : this.bot(token).privates.get(id);
    if (!record) throw new Error(`no chat ${id}`);
    return record;
  }

  privateChat(bot: BotRecord, userId: number): ChatRecord {
    const known = bot.privates.get(userId);
    if (known) return known;
    const { first_name, last_name, username } = this.user(userId);
    const chat: TgChat = { id: userId, type: 'private', first_name };
    if (last_name !== undefined) chat.last_name = last_name;
    if (username !== undefined) chat.username = username;
    const record = newChat(chat);
    record.members.set(userId, { status: 'member' }).set(bot.user.id, { status: 'member' });
    bot.privates.set(userId, record);
    return record;
  }

  addChat(chat: TgChat): ChatRecord {
    const record = newChat(chat);
    this.chats.set(chat.id, record);
    return record;
  }

  /** Puts a message into a chat; nobody is told yet. */
  post(record: ChatRecord, draft: Draft): Stored {
    const message: Message = { message_id: this.#messageId(record), date: this.seconds(), chat: record.chat };
    if (draft.from) message.from = draft.from;
    if (draft.senderChat) message.sender_chat = draft.senderChat;
    this.#place(record, message, draft);
    const stored: Stored = {
      message: Object.assign(message, draft.body),
      edited: false,
      reactions: new Map(),
    };
    record.messages.set(message.message_id, stored);
    const isFromBot = draft.from?.is_bot === true && this.isOurs(draft.from.id);
    if (isFromBot) this.#countBotMessage(record, stored);
    if (this.options.bench) evict(record, message.message_id, isFromBot);
    this.changed.emit('change', record.chat.id);
    return stored;
  }

  isOurs(userId: number): boolean {
    for (const bot of this.bots.values()) if (bot.user.id === userId) return true;
    return false;
  }

  /** Tells every bot that may see it; the answer is the bots that did. */
  announce(record: ChatRecord, stored: Stored, type: 'message' | 'edited_message' = 'message'): BotRecord[] {
    const seenBy = [...this.bots.values()].filter((bot) =>
      sees(this, bot, { record, message: stored.message }),
    );
    for (const bot of seenBy) bot.updates.push(type, record.chat.id, stored.message);
    return seenBy;
  }

  /** Changes a membership and tells the bot itself, and the bots that administer the chat. */
  setMember(record: ChatRecord, change: { userId: number; by: TgUser; to: Member }): void {
    const user = this.user(change.userId);
    const before = record.members.get(user.id) ?? { status: 'left' as Status };
    record.members.set(user.id, change.to);
    const payload = {
      chat: record.chat,
      from: change.by,
      date: this.seconds(),
      old_chat_member: memberJson(user, before),
      new_chat_member: memberJson(user, change.to),
    };
    for (const bot of this.bots.values()) {
      if (bot.user.id === user.id) bot.updates.push('my_chat_member', record.chat.id, payload);
      else if (record.members.get(bot.user.id)?.status === 'administrator') {
        bot.updates.push('chat_member', record.chat.id, payload);
      }
    }
    this.changed.emit('change', record.chat.id);
  }

  log(call: CallRecord): void {
    this.counts.set(call.method, (this.counts.get(call.method) ?? 0) + 1);
    if (this.options.bench) return;
    this.calls.push(call);
    if (this.calls.length > CALLS_KEPT) this.calls.splice(0, CALLS_KEPT / 2);
  }

  /** Supergroups number their own messages; private chats and basic groups share one row of numbers. */
  #messageId(record: ChatRecord): number {
    if (record.chat.type !== 'supergroup') record.lastMessageId = this.#sharedMessageId += 1;
    else record.lastMessageId += 1;
    return record.lastMessageId;
  }

  #place(record: ChatRecord, message: Message, draft: Draft): void {
    const target = draft.replyTo?.message;
    const threadId = draft.threadId ?? (record.chat.is_forum ? target?.message_thread_id : undefined);
    if (target) {
      const { reply_to_message: _nested, ...plain } = target;
      message.reply_to_message = plain;
    }
    if (record.chat.is_forum && threadId !== undefined) {
      message.message_thread_id = threadId;
      message.is_topic_message = true;
      // Clients write topic messages as replies to the topic's first message, and the API says so.
      const first = record.messages.get(threadId)?.message;
      if (!target && first) message.reply_to_message = first;
    } else if (record.chat.type === 'supergroup' && target) {
      message.message_thread_id = target.message_thread_id ?? target.message_id;
    } else if (threadId !== undefined) message.message_thread_id = threadId;
  }

  #countBotMessage(record: ChatRecord, stored: Stored): void {
    record.botMessages += 1;
    if (stored.message.from) record.lastBotId = stored.message.from.id;
    if (!this.options.bench) return;
    record.seenTexts ??= new Set();
    const mark = hashText(stored.message.text ?? stored.message.caption ?? '');
    if (record.seenTexts.has(mark)) record.repeated += 1;
    else record.seenTexts.add(mark);
  }
}
