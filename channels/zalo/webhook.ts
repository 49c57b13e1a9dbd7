import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Intake, KeyedEvent, Webhook } from '../channel.js';
import { isSame } from '../intake/is-same.js';
import { parseJson } from '../intake/parse-json.js';
import { safeReason } from '../intake/trouble.js';

export const webhookPath = '/webhooks/zalo';

interface WebhookOptions {
  secret: string;
  parse: (payload: unknown) => KeyedEvent | null;
  log: Logger;
  /** The last and longest pause before storing is tried again. */
  backOffMs: number;
  /** Runs one intake so that `stop` can wait for it. */
  track: (work: Promise<void>) => Promise<void>;
}

/** Whether an answer other than 2xx brings the update again is not documented, so storing is tried more than once. */
const pauses = [0.1, 0.4, 1];

/** Stores first, answers then. */
export function createWebhook({ secret, parse, log, backOffMs, track }: WebhookOptions): Webhook {
  return {
    path: webhookPath,
    async receive(headers: Headers, body: string, intake: Intake) {
      if (!isSame(headers.get('x-bot-api-secret-token') ?? '', secret)) return 401;
      const payload = parseJson(body);
      const event = parse(payload);
      if (!event) {
        log.debug({ reason: payload === undefined ? 'no JSON' : 'not ours' }, 'webhook payload ignored');
        return 200;
      }
      try {
        await track(storeRepeatedly(() => intake('zalo', [event]), backOffMs));
        return 200;
      } catch (error) {
        log.error({ eventKey: event.eventKey, reason: safeReason(error) }, 'update from Zalo not stored');
        return 500;
      }
    },
  };
}

async function storeRepeatedly(store: () => Promise<void>, backOffMs: number): Promise<void> {
  for (const part of pauses) {
    try {
      return await store();
    } catch {
      await sleep(part * backOffMs); // the last attempt's fault is the one that is told
    }
  }
  await store();
}
