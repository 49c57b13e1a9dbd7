import type { Logger } from 'pino';
import type { Intake, KeyedEvent, Webhook } from '../channel.js';
import { isSame } from '../intake/is-same.js';
import { parseJson } from '../intake/parse-json.js';
import { safeReason } from '../intake/trouble.js';

export const webhookPath = '/webhooks/telegram';

interface WebhookOptions {
  secret: string;
  /** Rejects when the bot's own name can't be learnt yet. */
  parse: (update: unknown) => Promise<KeyedEvent | null>;
  log: Logger;
  /** Runs one intake so that `stop` can wait for it. */
  track: (work: Promise<void>) => Promise<void>;
}

/** Stores first, answers then: any answer but 2xx makes Telegram repeat the update (https://core.telegram.org/bots/api#setwebhook). */
export function createWebhook({ secret, parse, log, track }: WebhookOptions): Webhook {
  return {
    path: webhookPath,
    async receive(headers: Headers, body: string, intake: Intake) {
      if (!isSame(headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return 401;
      try {
        const update = parseJson(body);
        const event = update === undefined ? null : await parse(update);
        if (event) await track(intake('telegram', [event]));
        else log.debug({ reason: update === undefined ? 'no JSON' : 'not ours' }, 'webhook payload ignored');
        return 200;
      } catch (error) {
        log.error({ reason: safeReason(error) }, 'update not stored, Telegram will repeat it');
        return 500;
      }
    },
  };
}
