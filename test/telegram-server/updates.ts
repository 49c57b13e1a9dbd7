import { conflict } from './errors.js';
import type { Params } from '../chat-server/params.js';
import type { Webhook } from './webhook.js';

/** One update, serialised when it happened: a later edit does not change what was delivered. */
export interface Update {
  id: number;
  type: string;
  json: string;
  /** Updates of one chat are delivered in order, even to a webhook. */
  key: number;
  repeat: number;
}

interface Poller {
  finish: (updates: Update[]) => void;
  fail: (error: Error) => void;
  limit: number;
}

const NOT_BY_DEFAULT = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const CONFLICT_PAUSE_MS = 3_000;
const REMEMBERED = 500;
const OTHER_POLLER =
  'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** The updates of one bot that its program has not confirmed yet. */
export class UpdateQueue {
  webhook: Webhook | undefined;
  allowed: string[] = [];
  /** How many of the next updates are to be delivered twice. */
  duplicateNext = 0;
  lastId: number;
  #items: Update[] = [];
  #head = 0;
  #again: Update[] = [];
  #delivered: Update[] = [];
  #poller: Poller | undefined;
  #wakes = false;
  #nextConflictAt = 0;

  constructor(firstId: number) {
    this.lastId = firstId - 1;
  }

  get pending(): number {
    return this.#items.length - this.#head + (this.webhook?.pending ?? 0);
  }

  push(type: string, key: number, payload: unknown): number | undefined {
    if (this.allowed.length > 0 ? !this.allowed.includes(type) : NOT_BY_DEFAULT.has(type)) return undefined;
    const id = (this.lastId += 1);
    const json = `{"update_id":${id},"${type}":${JSON.stringify(payload)}}`;
    const repeat = this.duplicateNext > 0 ? 1 : 0;
    this.duplicateNext -= repeat;
    this.#deliver({ id, type, json, key, repeat });
    return id;
  }

  /** Delivers an update once more, under the same update_id, whether it was confirmed or not. */
  redeliver(id: number): boolean {
    const update = this.#delivered.find((item) => item.id === id);
    if (!update) return false;
    if (this.webhook) this.webhook.enqueue({ ...update, repeat: 0 });
    else this.#again.push(update);
    this.#wake();
    return true;
  }

  async poll(params: Params, onClosed: (listener: () => void) => void): Promise<string> {
    if (this.webhook) throw this.#conflict(WEBHOOK_ACTIVE);
    this.endPoller(OTHER_POLLER);
    this.setAllowed(params.json('allowed_updates', 'allowed_updates'));
    this.#confirm(params.int('offset') ?? 0);
    const limit = Math.min(Math.max(params.int('limit') ?? 100, 1), 100);
    const seconds = Math.min(Math.max(params.int('timeout') ?? 0, 0), 50);
    const ready = this.#take(limit);
    const updates =
      ready.length > 0 || seconds === 0 ? ready : await this.#wait({ limit, seconds, onClosed });
    for (const update of updates) this.remember(update);
    return `[${updates.map((update) => update.json).join(',')}]`;
  }

  /** An empty list means the default; a missing one keeps what was set before. */
  setAllowed(value: unknown): void {
    if (Array.isArray(value)) this.allowed = value.map(String);
  }

  remember(update: Update): void {
    if (update.repeat > 0 && !this.webhook) this.#again.push({ ...update, repeat: 0 });
    update.repeat = 0;
    this.#delivered.push(update);
    if (this.#delivered.length > 2 * REMEMBERED) this.#delivered.splice(0, REMEMBERED);
  }

  drop(): void {
    this.#items = [];
    this.#head = 0;
    this.webhook?.drain();
  }

  /** Moves what waits for a poll to a webhook, or back when the webhook goes. */
  setWebhook(webhook: Webhook | undefined): void {
    const unsent = this.webhook?.drain() ?? [];
    this.webhook?.close();
    this.webhook = webhook;
    const waiting = [...unsent, ...this.#items.slice(this.#head)].sort((a, b) => a.id - b.id);
    this.#items = [];
    this.#head = 0;
    if (webhook) this.endPoller('terminated by setWebhook request');
    for (const update of waiting) this.#deliver(update);
  }

  endPoller(reason: string): void {
    const poller = this.#poller;
    if (!poller) return;
    this.#poller = undefined;
    const now = Date.now();
    if (now >= this.#nextConflictAt) {
      this.#nextConflictAt = now + CONFLICT_PAUSE_MS;
      poller.fail(conflict(reason));
    } else setTimeout(() => poller.fail(conflict(reason)), CONFLICT_PAUSE_MS).unref();
  }

  close(): void {
    this.webhook?.close();
    this.#poller?.finish([]);
  }

  #conflict(reason: string): Error {
    this.#nextConflictAt = Date.now() + CONFLICT_PAUSE_MS;
    return conflict(reason);
  }

  #deliver(update: Update): void {
    if (this.webhook) return this.webhook.enqueue(update);
    this.#items.push(update);
    this.#wake();
  }

  /** Waits for the end of the turn, so that a burst arrives as one batch. */
  #wake(): void {
    if (this.#wakes || !this.#poller) return;
    this.#wakes = true;
    setImmediate(() => {
      this.#wakes = false;
      const poller = this.#poller;
      if (!poller) return;
      const updates = this.#take(poller.limit);
      if (updates.length === 0) return;
      this.#poller = undefined;
      poller.finish(updates);
    });
  }

  #confirm(offset: number): void {
    if (offset < 0) this.#head = Math.max(this.#head, this.#items.length + offset);
    else while ((this.#items[this.#head]?.id ?? Infinity) < offset) this.#head += 1;
    if (this.#head > 1_000) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
  }

  #take(limit: number): Update[] {
    const again = this.#again.splice(0, limit);
    return [...again, ...this.#items.slice(this.#head, this.#head + limit - again.length)];
  }

  #wait(options: {
    limit: number;
    seconds: number;
    onClosed: (listener: () => void) => void;
  }): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => leave([]), options.seconds * 1_000);
      const leave = (updates: Update[]): void => {
        clearTimeout(timer);
        if (this.#poller === poller) this.#poller = undefined;
        resolve(updates);
      };
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
      };
      const poller: Poller = { finish: leave, fail, limit: options.limit };
      this.#poller = poller;
      options.onClosed(() => leave([]));
    });
  }
}
