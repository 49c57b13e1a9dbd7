import { request as httpRequest, Agent } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Update } from './updates.js';

export interface WebhookSettings {
  url: string;
  secret: string;
  maxConnections: number;
  /** First pause after a refused update; it doubles up to thirty times this. */
  retryMs: number;
  outOfOrder: boolean;
}

export interface WebhookHooks {
  onDelivered: (update: Update) => void;
  /** A program may answer a webhook with a method call. */
  onReply: (call: Record<string, unknown>) => void;
  now: () => number;
}

const REORDER_MS = 25;
const ANSWER_LIMIT_MS = 60_000;

/** Posts updates: in order within a chat, side by side between chats, again and again until a 2xx. */
export class WebhookSender {
  lastError: { date: number; message: string } | undefined;
  attempts = 0;
  readonly #lanes = new Map<number, Update[]>();
  readonly #active = new Set<number>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #timers = new Set<NodeJS.Timeout>();
  #held: Update[] = [];
  #isClosed = false;
  #reordered = 0;

  constructor(
    readonly settings: WebhookSettings,
    private readonly hooks: WebhookHooks,
  ) {}

  get pending(): number {
    return [...this.#lanes.values()].reduce((sum, lane) => sum + lane.length, this.#held.length);
  }

  enqueue(update: Update): void {
    if (!this.settings.outOfOrder) return this.#add(update, update.key);
    if (this.#held.length === 0) this.#later(REORDER_MS, () => this.#releaseReversed());
    this.#held.push(update);
  }

  /** Takes back everything that was not accepted. */
  drain(): Update[] {
    const left = [...this.#held, ...[...this.#lanes.values()].flat()];
    this.#held = [];
    this.#lanes.clear();
    return left;
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#agent.destroy();
  }

  #releaseReversed(): void {
    for (const update of this.#held.splice(0).reverse()) this.#add(update, (this.#reordered += 1) + 0.5);
  }

  #add(update: Update, key: number): void {
    const lane = this.#lanes.get(key);
    if (lane) lane.push(update);
    else this.#lanes.set(key, [update]);
    this.#start();
  }

  #start(): void {
    for (const key of this.#lanes.keys()) {
      if (this.#active.size >= this.settings.maxConnections) return;
      if (this.#active.has(key)) continue;
      this.#active.add(key);
      void this.#runLane(key);
    }
  }

  async #runLane(key: number): Promise<void> {
    for (
      let update = this.#lanes.get(key)?.[0];
      update && !this.#isClosed;
      update = this.#lanes.get(key)?.[0]
    ) {
      await this.#deliver(update);
      const lane = this.#lanes.get(key);
      if (lane?.[0] === update) lane.shift();
      if (lane?.length === 0) this.#lanes.delete(key);
    }
    this.#active.delete(key);
    if (!this.#isClosed) this.#start();
  }

  async #deliver(update: Update): Promise<void> {
    const times = 1 + update.repeat;
    for (let pause = this.settings.retryMs, done = 0; done < times && !this.#isClosed;) {
      const answer = await this.#post(update.json).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status >= 200 && answer.status < 300) {
        done += 1;
        this.#readReply(answer.body);
        continue;
      }
      const message =
        answer instanceof Error
          ? answer.message
          : `Wrong response from the webhook: ${answer.status} ${answer.reason}`;
      this.lastError = { date: Math.floor(this.hooks.now() / 1_000), message };
      await new Promise<void>((resolve) => this.#later(pause, resolve));
      pause = Math.min(pause * 2, this.settings.retryMs * 30);
    }
    this.hooks.onDelivered(update);
  }

  #readReply(body: string): void {
    if (!body.startsWith('{')) return;
    try {
      const call = JSON.parse(body) as Record<string, unknown>;
      if (typeof call.method === 'string') this.hooks.onReply(call);
    } catch {
      // Any other body is allowed and means nothing.
    }
  }

  #post(json: string): Promise<{ status: number; reason: string; body: string }> {
    this.attempts += 1;
    const { url, secret } = this.settings;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(json)),
    };
    if (secret !== '') headers['X-Telegram-Bot-Api-Secret-Token'] = secret;
    const isPlain = url.startsWith('http:');
    const options = {
      method: 'POST',
      headers,
      timeout: ANSWER_LIMIT_MS,
      ...(isPlain ? { agent: this.#agent } : {}),
    };
    return new Promise((resolve, reject) => {
      const sent = (isPlain ? httpRequest : httpsRequest)(url, options, (res) => {
        let body = '';
        res.setEncoding('utf8');
        res.on('data', (chunk: string) => (body += chunk));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, reason: res.statusMessage ?? '', body }));
        res.on('error', reject);
      });
      sent.on('timeout', () => sent.destroy(new Error('Read timeout expired')));
      sent.on('error', reject);
      sent.end(json);
    });
  }

  #later(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms);
    this.#timers.add(timer);
  }
}
