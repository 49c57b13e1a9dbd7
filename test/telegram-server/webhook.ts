import { WebhookSender } from '../chat-server/webhook-sender.js';
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

export interface Webhook extends WebhookSender<Update> {
  lastError?: { date: number; message: string };
}

/** Posts updates again and again until a 2xx; what waits behind a refused one waits with it. */
export function createWebhook(settings: WebhookSettings, hooks: WebhookHooks): Webhook {
  const { url, secret, maxConnections, retryMs, outOfOrder } = settings;
  const headers: Record<string, string> = secret === '' ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret };
  const webhook: Webhook = new WebhookSender<Update>(
    {
      url,
      headers: () => headers,
      maxConnections,
      pauseMs: (attempt) => Math.min(retryMs * 2 ** attempt, retryMs * 30),
      holdsLane: true,
      outOfOrder,
      answerLimitMs: 60_000,
    },
    {
      onDelivered: hooks.onDelivered,
      onAnswer: (body) => readReply(body, hooks.onReply),
      onRefused: (_update, message) => {
        webhook.lastError = { date: Math.floor(hooks.now() / 1_000), message };
      },
    },
  );
  return webhook;
}

function readReply(body: string, onReply: WebhookHooks['onReply']): void {
  if (!body.startsWith('{')) return;
  try {
    const call = JSON.parse(body) as Record<string, unknown>;
    if (typeof call.method === 'string') onReply(call);
  } catch {
    // Any other body is allowed and means nothing.
  }
}
