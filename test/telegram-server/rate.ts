export interface RateModel {
  perChatPerSecond: number;
  /** Messages one chat takes at once before the pace counts. */
  perChatBurst: number;
  groupPerMinute: number;
  overallPerSecond: number;
}

/** `real` is what Telegram publishes; a partial model leaves the other limits off. */
export type RateSetting = 'off' | 'real' | Partial<RateModel>;

export type RateScope = 'chat' | 'group' | 'overall';

const REAL: RateModel = { perChatPerSecond: 1, perChatBurst: 3, groupPerMinute: 20, overallPerSecond: 30 };
const NONE: RateModel = {
  perChatPerSecond: Infinity,
  perChatBurst: 1,
  groupPerMinute: Infinity,
  overallPerSecond: Infinity,
};

interface Refusal {
  scope: RateScope;
  retryAfter: number;
}

export class RateLimiter {
  refusals: Record<RateScope, number> = { chat: 0, group: 0, overall: 0 };
  #model: RateModel | undefined;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #windows = new Map<string, number[]>();

  constructor(setting: RateSetting) {
    this.set(setting);
  }

  set(setting: RateSetting): void {
    if (setting === 'off') this.#model = undefined;
    else this.#model = setting === 'real' ? REAL : { ...NONE, ...setting };
    this.#buckets.clear();
    this.#windows.clear();
  }

  /** Counts one message, or says how many seconds to wait; a refused message is not counted. */
  take(botId: number, chatId: number, now: number): number | undefined {
    const model = this.#model;
    if (!model) return undefined;
    const refusal =
      this.#overWindow('overall', `all:${botId}`, { limit: model.overallPerSecond, ms: 1_000, now }) ??
      (chatId < 0
        ? this.#overWindow('group', `${botId}:${chatId}`, { limit: model.groupPerMinute, ms: 60_000, now })
        : undefined) ??
      this.#overBucket(`${botId}:${chatId}`, model, now);
    if (refusal) {
      this.refusals[refusal.scope] += 1;
      return refusal.retryAfter;
    }
    this.#count(botId, chatId, now);
    return undefined;
  }

  #count(botId: number, chatId: number, now: number): void {
    for (const key of chatId < 0 ? [`all:${botId}`, `${botId}:${chatId}`] : [`all:${botId}`]) {
      this.#windows.get(key)?.push(now);
    }
    const bucket = this.#buckets.get(`${botId}:${chatId}`);
    if (bucket) bucket.tokens -= 1;
  }

  #overWindow(
    scope: RateScope,
    key: string,
    window: { limit: number; ms: number; now: number },
  ): Refusal | undefined {
    if (!Number.isFinite(window.limit)) return undefined;
    const times = this.#windows.get(key) ?? [];
    if (!this.#windows.has(key)) this.#windows.set(key, times);
    while (times.length > 0 && (times[0] ?? 0) <= window.now - window.ms) times.shift();
    if (times.length < window.limit) return undefined;
    const free = (times[times.length - window.limit] ?? window.now) + window.ms;
    return { scope, retryAfter: seconds(free - window.now) };
  }

  #overBucket(key: string, model: RateModel, now: number): Refusal | undefined {
    if (!Number.isFinite(model.perChatPerSecond)) return undefined;
    const bucket = this.#buckets.get(key) ?? { tokens: model.perChatBurst, at: now };
    const gained = (Math.max(0, now - bucket.at) / 1_000) * model.perChatPerSecond;
    bucket.tokens = Math.min(model.perChatBurst, bucket.tokens + gained);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens >= 1) return undefined;
    return { scope: 'chat', retryAfter: seconds(((1 - bucket.tokens) / model.perChatPerSecond) * 1_000) };
  }
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));
