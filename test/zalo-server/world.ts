import { Faults } from '../chat-server/faults.js';
import { opaqueId } from '../chat-server/opaque-id.js';
import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour.js';
import { ChatWorld, type ChatWorldOptions } from './chat-world.js';
import { Quota, type QuotaOption } from './quota.js';
import type { ChatRecord, FaultRule, StoredMessage } from './types.js';
import { UpdateQueue } from './updates.js';
import { writeUpdate } from './write-update.js';

export interface WorldOptions extends ChatWorldOptions {
  quota?: QuotaOption;
  token?: string;
  /** As shown in chats; the platform wants it to begin with "Bot". */
  botName?: string;
  canJoinGroups?: boolean;
  behaviour?: Partial<Behaviour>;
}

export interface WebhookRecord {
  url: string;
  secret: string;
  updatedAt: number;
}

const DEFAULT_TOKEN = '3000000000000000001:GiaobanLocalTestSecret';

/** Everything that exists around one bot of the Bot Platform. */
export class World extends ChatWorld {
  readonly token: string;
  readonly accountName = 'bot.VDKyGxQvc';
  readonly canJoinGroups: boolean;
  readonly faults = new Faults<FaultRule>('getUpdates');
  readonly updates: UpdateQueue;
  readonly quota: Quota;
  behaviour: Behaviour;
  webhook: WebhookRecord | undefined;
  lastPollAt = 0;
  lastTestAt = -Infinity;

  constructor(options: WorldOptions) {
    super(options, { id: opaqueId('bot'), name: options.botName ?? 'Bot Giao ban' });
    this.token = options.token ?? DEFAULT_TOKEN;
    this.canJoinGroups = options.canJoinGroups ?? true;
    this.behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
    this.updates = new UpdateQueue(
      () => this.behaviour,
      () => (this.lost += 1),
    );
    this.quota = new Quota(options.quota ?? 'off', () => this.now());
  }

  get pending(): number {
    return this.updates.pending;
  }

  /** Tells the bot, if it may know: a private message, a picked mention, or a reply to what it said. */
  announce(record: ChatRecord, message: StoredMessage): boolean {
    const isForBot =
      record.type === 'PRIVATE' ||
      message.mentionsBot === true ||
      (message.replyTo !== undefined && record.messages.get(message.replyTo)?.from === undefined);
    if (record.bot !== 'in' || !isForBot) return false;
    if (['file', 'video'].includes(message.kind) && !this.behaviour.filesArrive) return false;
    this.quota.count('in');
    const json = writeUpdate(this.behaviour, record, message);
    this.updates.push({ json, key: record.id, messageId: message.id });
    return true;
  }
}
