import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Post {
  json: string;
  /** Posts of one chat go in order. */
  key: number | string;
  /** How many more times than once it is to be delivered. */
  repeat: number;
}

export interface WebhookSettings<P extends Post> {
  url: string;
  /** `attempt` is 0 for the first one. */
  headers: (post: P, attempt: number) => Record<string, string>;
  /** What is posted; the post's own JSON unless given. */
  body?: (post: P) => string;
  maxConnections: number;
  /** The pause after a refused post; undefined gives it up. */
  pauseMs: (attempt: number) => number | undefined;
  /** Whether a refused post holds up the later ones of its chat. */
  holdsLane: boolean;
  outOfOrder: boolean;
  answerLimitMs: number;
}

export interface WebhookHooks<P extends Post> {
  onDelivered?: (post: P) => void;
  onRefused?: (post: P, reason: string) => void;
  onLost?: (post: P) => void;
  onAnswer?: (body: string) => void;
}

interface Waiting<P> {
  post: P;
  attempt: number;
}

const REORDER_MS = 25;

/** Posts what happened: in order within a chat, side by side between chats. */
export class WebhookSender<P extends Post> {
  attempts = 0;
  /** Posts that wait for their next attempt outside their lane. */
  retrying = 0;
  readonly #lanes = new Map<number | string, Waiting<P>[]>();
  readonly #active = new Set<number | string>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #timers = new Set<NodeJS.Timeout>();
  #held: P[] = [];
  #isClosed = false;
  #reordered = 0;

  constructor(
    readonly settings: WebhookSettings<P>,
    private readonly hooks: WebhookHooks<P> = {},
  ) {}

  get pending(): number {
    return [...this.#lanes.values()].reduce((sum, lane) => sum + lane.length, this.#held.length);
  }

  enqueue(post: P): void {
    if (!this.settings.outOfOrder) return this.#add({ post, attempt: 0 }, post.key);
    if (this.#held.length === 0) this.#later(REORDER_MS, () => this.#releaseReversed());
    this.#held.push(post);
  }

  /** Posts again what was delivered before, as its first repetition. */
  repeat(post: P): void {
    this.#add({ post: { ...post, repeat: 0 }, attempt: 1 }, post.key);
  }

  /** Takes back everything that was not accepted. */
  drain(): P[] {
    const left = [...this.#held, ...[...this.#lanes.values()].flat().map(({ post }) => post)];
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
    for (const post of this.#held.splice(0).reverse())
      this.#add({ post, attempt: 0 }, `reordered ${(this.#reordered += 1)}`);
  }

  #add(waiting: Waiting<P>, key: number | string): void {
    const lane = this.#lanes.get(key);
    if (lane) lane.push(waiting);
    else this.#lanes.set(key, [waiting]);
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

  async #runLane(key: number | string): Promise<void> {
    for (let next = this.#lanes.get(key)?.[0]; next && !this.#isClosed; next = this.#lanes.get(key)?.[0]) {
      await this.#deliver(next);
      const lane = this.#lanes.get(key);
      if (lane?.[0] === next) lane.shift();
      if (lane?.length === 0) this.#lanes.delete(key);
    }
    this.#active.delete(key);
    if (!this.#isClosed) this.#start();
  }

  async #deliver({ post, attempt: first }: Waiting<P>): Promise<void> {
    const times = 1 + post.repeat;
    for (let attempt = first, done = 0; done < times && !this.#isClosed; attempt += 1) {
      const refusal = await this.#attempt(post, attempt);
      if (refusal === undefined) {
        done += 1;
        continue;
      }
      this.hooks.onRefused?.(post, refusal);
      const pause = this.settings.pauseMs(attempt);
      if (pause === undefined) return this.hooks.onLost?.(post);
      if (!this.settings.holdsLane) return this.#retryLater({ post, attempt: attempt + 1 }, pause);
      await new Promise<void>((resolve) => this.#later(pause, resolve));
    }
    this.hooks.onDelivered?.(post);
  }

  #retryLater(waiting: Waiting<P>, pause: number): void {
    this.retrying += 1;
    this.#later(pause, () => {
      this.retrying -= 1;
      this.#add(waiting, waiting.post.key);
    });
  }

  /** Why the post was refused; undefined when it was accepted. */
  async #attempt(post: P, attempt: number): Promise<string | undefined> {
    this.attempts += 1;
    try {
      const { status, reason, body } = await this.#send(
        this.settings.body?.(post) ?? post.json,
        this.settings.headers(post, attempt),
      );
      if (status < 200 || status >= 300) return `Wrong response from the webhook: ${status} ${reason}`;
      this.hooks.onAnswer?.(body);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #send(
    json: string,
    extra: Record<string, string>,
  ): Promise<{ status: number; reason: string; body: string }> {
    const { url, answerLimitMs } = this.settings;
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(json)),
      ...extra,
    };
    const isPlain = url.startsWith('http:');
    const options = {
      method: 'POST',
      headers,
      timeout: answerLimitMs,
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
