import type { Logger } from 'pino';
import type { Intake, KeyedEvent, Webhook } from '../channel.js';
import { parseJson } from '../intake/parse-json.js';
import { safeReason } from '../intake/trouble.js';
import { isSigned, type SignatureKeys } from './signature.js';

export const webhookPath = '/webhooks/zalo-oa';

interface WebhookOptions {
  keys: SignatureKeys;
  parse: (payload: unknown) => Promise<KeyedEvent | null>;
  log: Logger;
  /** Runs one intake so that `stop` can wait for it. */
  track: (work: Promise<void>) => Promise<void>;
}

/** Stores first, answers then: what is not answered with 200 within 2 s comes again for an hour, under the same key. */
export function createWebhook({ keys, parse, log, track }: WebhookOptions): Webhook {
  return {
    path: webhookPath,
    async receive(headers: Headers, body: string, intake: Intake) {
      if (!isSigned(headers.get('x-zevent-signature') ?? '', body, keys)) return 401;
      try {
        const event = await parse(parseJson(body));
        if (event) await track(intake('zalo-oa', [event]));
        return 200;
      } catch (error) {
        log.error({ reason: safeReason(error) }, 'event not stored, Zalo will repeat it');
        return 500;
      }
    },
  };
}
