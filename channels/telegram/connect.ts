import { z } from 'zod';
import { SendError } from '../../core/errors.js';
import type { Call } from '../http/call.js';
import type { Identity } from './parse.js';
import { allowedUpdates } from './poll.js';
import { webhookPath } from './webhook.js';

export interface WebhookSettings {
  secret: string;
  publicUrl: string;
}

/** Simultaneous deliveries; ours are short (one insert each). https://core.telegram.org/bots/api#setwebhook */
const maxConnections = 40;

const meSchema = z.object({
  id: z.number().int(),
  username: z.string().regex(/^\w+$/),
  can_read_all_group_messages: z.boolean().catch(false),
});

/** Who we are: https://core.telegram.org/bots/api#getme */
export async function fetchIdentity(call: Call): Promise<Identity> {
  const answer = await call('getMe', {});
  const me = meSchema.safeParse(answer);
  if (!me.success) throw new SendError({ kind: 'unknown' }, 'bad-answer', 'getMe: an answer nobody can read');
  const { id, username, can_read_all_group_messages } = me.data;
  return { id, username, hearsAllGroups: can_read_all_group_messages };
}

/** Chooses how updates come: getUpdates works only while no webhook is set. */
export async function chooseIntake(call: Call, webhook?: WebhookSettings): Promise<void> {
  if (!webhook) {
    await call('deleteWebhook', { drop_pending_updates: false });
    return;
  }
  await call('setWebhook', {
    url: webhookUrl(webhook),
    secret_token: webhook.secret,
    allowed_updates: allowedUpdates,
    max_connections: maxConnections,
  });
}

export function webhookUrl({ publicUrl }: WebhookSettings): string {
  return publicUrl.replace(/\/+$/, '') + webhookPath;
}
