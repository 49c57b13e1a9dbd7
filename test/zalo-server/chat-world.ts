import { EventEmitter } from 'node:events';
import { hashText } from '../chat-server/hash-text.js';
import { opaqueId } from '../chat-server/opaque-id.js';
import type { CallRecord, ChatRecord, Person, StoredMessage } from './types.js';

export interface ChatWorldOptions {
  clock?: () => number;
  bench?: boolean;
}

const CALLS_KEPT = 50_000;
const OWN_MESSAGES_KEPT = 20;

/** People, chats and what was said in them, whichever of the two APIs looks on. */
export abstract class ChatWorld {
  readonly people = new Map<string, Person>();
  readonly chats = new Map<string, ChatRecord>();
  readonly changed = new EventEmitter();
  readonly counts = new Map<string, number>();
  /** Updates that nobody will ever see. */
  lost = 0;
  calls: CallRecord[] = [];
  url = '';
  skewMs = 0;
  #lastNumber = 0;

  constructor(
    readonly options: ChatWorldOptions,
    /** Whose program this world is there for: the bot, or the account. */
    readonly speaker: { id: string; name: string },
  ) {
    this.changed.setMaxListeners(0);
  }

  abstract readonly pending: number;

  now(): number {
    return (this.options.clock ?? Date.now)() + this.skewMs;
  }

  newId(kind: string): string {
    return opaqueId(kind, (this.#lastNumber += 1));
  }

  person(id: string): Person {
    const person = this.people.get(id);
    if (!person) throw new Error(`no person ${id}: add the person first`);
    return person;
  }

  chat(id: string): ChatRecord {
    const record = this.chats.get(id);
    if (!record) throw new Error(`no chat ${id}`);
    return record;
  }

  addChat(chat: Pick<ChatRecord, 'id' | 'type' | 'title' | 'bot'>): ChatRecord {
    const record: ChatRecord = {
      ...chat,
      members: new Set(),
      isGone: false,
      messages: new Map(),
      botMessages: 0,
      repeated: 0,
      seenTexts: new Set(),
    };
    this.chats.set(record.id, record);
    return record;
  }

  /** Puts a message into a chat; nobody is told yet. */
  post(record: ChatRecord, draft: Omit<StoredMessage, 'id' | 'date'>): StoredMessage {
    const message = { ...draft, id: this.newId('message'), date: this.now() };
    if (!this.options.bench) record.messages.set(message.id, message);
    if (!message.from) this.#countOwn(record, message);
    this.changed.emit('change', record.id);
    return message;
  }

  log(call: CallRecord): void {
    this.counts.set(call.method, (this.counts.get(call.method) ?? 0) + 1);
    if (this.options.bench) return;
    this.calls.push(call);
    if (this.calls.length > CALLS_KEPT) this.calls.splice(0, CALLS_KEPT / 2);
  }

  /** In bench mode only what our side said last is kept, to be replied to. */
  #countOwn(record: ChatRecord, message: StoredMessage): void {
    record.botMessages += 1;
    if (!this.options.bench) return;
    const mark = hashText(message.text);
    if (record.seenTexts.has(mark)) record.repeated += 1;
    record.seenTexts.add(mark);
    record.messages.set(message.id, message);
    const [oldest] = record.messages.keys();
    if (record.messages.size > OWN_MESSAGES_KEPT && oldest !== undefined) record.messages.delete(oldest);
  }
}
