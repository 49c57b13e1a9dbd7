import type { RateSetting } from './rate.js';

export interface BotSetting {
  token: string;
  username: string;
  id: number;
}

export interface WorldOptions {
  clock?: () => number;
  rate?: RateSetting;
  /** Privacy mode of the bots; on unless said otherwise. */
  privacy?: boolean;
  /** Whether a plain mention of the bot reaches it in privacy mode; not on the official list, so off. */
  mentionsArrive?: boolean;
  bench?: boolean;
  callbackTtlMs?: number;
  webhookRetryMs?: number;
  webhookOutOfOrder?: boolean;
}
