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
  /** Runs one intake so that `stop` can wait for it. */
  track: (work: Promise<void>) => Promise<void>;
}

/** Whether an answer other than 2xx brings the update again is not documented, so storing is tried more than once. */
const pausesMs = [100, 400, 1_000];

/** Stores first, answers then. */
export function createWebhook({ secret, parse, log, track }: WebhookOptions): Webhook {
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
        await track(storeRepeatedly(() => intake('zalo', [event])));
        return 200;
      } catch (error) {
        log.error({ eventKey: event.eventKey, reason: safeReason(error) }, 'update from Zalo not stored');
        return 500;
      }
    },
  };
}

async function storeRepeatedly(store: () => Promise<void>): Promise<void> {
  for (const ms of pausesMs) {
    try {
      return await store();
    } catch {
      await sleep(ms); // the last attempt's fault is the one that is told
    }
  }
  await store();
}
