import { z } from 'zod';
import { SendError } from '../../core/errors.js';
import type { Call, CallOptions } from '../http/call.js';
import { badAnswer } from './errors.js';

const meSchema = z.object({
  id: z.coerce.string(),
  account_name: z.string().catch(''),
  display_name: z.string().optional().catch(undefined),
  can_join_groups: z.boolean().optional().catch(undefined),
});
export type Me = z.infer<typeof meSchema>;

const sentSchema = z.object({ message_id: z.union([z.string().min(1), z.number()]).transform(String) });

const webhookSchema = z.object({
  url: z.string().catch(''),
  updated_at: z.coerce.number().optional().catch(undefined),
});
export type WebhookInfo = z.infer<typeof webhookSchema>;

export interface BotClient {
  getMe(options?: CallOptions): Promise<Me>;
  /** What came while the call was held open: no update, one, or (nobody has seen it) several. */
  getUpdates(seconds: number, options?: CallOptions): Promise<unknown[]>;
  setWebhook(url: string, secret: string, options?: CallOptions): Promise<void>;
  deleteWebhook(options?: CallOptions): Promise<void>;
  getWebhookInfo(): Promise<WebhookInfo>;
  sendMessage(chatId: string, text: string): Promise<string>;
  /** `photo` is an address that everybody can fetch. */
  sendPhoto(chatId: string, photo: string, caption: string): Promise<string>;
}

/** How much longer than it was asked to a poll may take before it is given up. */
const pollSlackMs = 7_000;

/** The methods of the Zalo Bot API that we use, with answers that were checked. Sends return the message's id. */
export function createBotClient(call: Call): BotClient {
  const send = async (method: string, params: Record<string, unknown>) =>
    read(sentSchema, await call(method, params), method).message_id;
  return {
    getMe: async (options) => read(meSchema, await call('getMe', {}, options), 'getMe'),
    getUpdates: (seconds, options) => getUpdates(call, seconds, options),
    async setWebhook(url, secret, options) {
      await call('setWebhook', { url, secret_token: secret }, options);
    },
    async deleteWebhook(options) {
      // 404 where none was ever set.
      await call('deleteWebhook', {}, options).catch(unless('not-found', undefined));
    },
    getWebhookInfo: async () =>
      read(
        webhookSchema,
        await call('getWebhookInfo', {}).catch(unless('not-found', { url: '' })),
        'getWebhookInfo',
      ),
    sendMessage: (chatId, text) => send('sendMessage', { chat_id: chatId, text }),
    sendPhoto: (chatId, photo, caption) =>
      send('sendPhoto', { chat_id: chatId, photo, ...(caption === '' ? {} : { caption }) }),
  };
}

/** An empty poll is a 408, in the body or the status, or an empty result. */
async function getUpdates(call: Call, seconds: number, options: CallOptions = {}): Promise<unknown[]> {
  const timeoutMs = seconds * 1_000 + pollSlackMs;
  const result = await call('getUpdates', { timeout: seconds }, { timeoutMs, ...options }).catch(
    unless('request-timeout', null),
  );
  const list: unknown[] = Array.isArray(result) ? result : [result];
  return list.filter(
    (update) => typeof update === 'object' && update !== null && Object.keys(update).length > 0,
  );
}

/** For `catch`: a fault with this code is as good as the answer `instead`. */
function unless<T>(code: string, instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof SendError && error.code === code) return instead;
    throw error;
  };
}

function read<T>(schema: z.ZodType<T>, result: unknown, method: string): T {
  const answer = schema.safeParse(result);
  if (answer.success) return answer.data;
  throw badAnswer(method);
}
