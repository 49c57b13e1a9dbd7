import { createHash, createHmac } from 'node:crypto';
import { WebhookSender, type Post } from '../../chat-server/webhook-sender.js';
import type { StoredMessage } from '../types.js';
import type { OaWorld } from './world.js';

export interface SignedEvent extends Post {
  /** Id of the message, or of nothing for what is no message. */
  messageId: string;
  timestamp: string;
}

const REMEMBERED = 500;

/** Opens what posts to the webhook, in the way the behaviour now says; events without a webhook are lost. */
export function openWebhook(world: OaWorld): void {
  const waiting = world.webhook?.drain() ?? [];
  world.webhook?.close();
  world.webhook = undefined;
  if (world.webhookUrl === '') return;
  const { answerLimitMs, outOfOrder } = world.behaviour;
  world.webhook = new WebhookSender<SignedEvent>(
    {
      url: world.webhookUrl,
      headers: (event, attempt) => ({
        ...signature(world, event),
        ...(attempt > 0 ? { num_retry: String(attempt) } : {}),
      }),
      maxConnections: 20,
      pauseMs: (attempt) => world.behaviour.retriesMs[attempt],
      holdsLane: false,
      outOfOrder,
      answerLimitMs,
    },
    { onLost: () => (world.lost += 1) },
  );
  for (const event of waiting) world.webhook.enqueue(event);
}

/** SHA-256 over the app's id, the body as it is on the wire, the time and the webhook's secret. */
function signature(world: OaWorld, { json, timestamp }: SignedEvent): Record<string, string> {
  const { appId, webhookSecret } = world.credentials;
  const sha = (secret: string) =>
    createHash('sha256')
      .update(appId + json + timestamp + secret)
      .digest('hex');
  const name = 'X-ZEvent-Signature';
  switch (world.behaviour.signature) {
    case 'right':
      return { [name]: `mac=${sha(webhookSecret)}` };
    case 'without-prefix':
      return { [name]: sha(webhookSecret) };
    case 'wrong':
      return { [name]: `mac=${sha('another secret')}` };
    case 'hmac':
      return {
        [name]: `mac=${createHmac('sha256', webhookSecret)
          .update(appId + json + timestamp)
          .digest('hex')}`,
      };
    case 'missing':
      return {};
  }
}

/** Sends an event about a group or a private chat; false when no webhook is there to hear it. */
export function emit(
  world: OaWorld,
  chatId: string,
  fields: Record<string, unknown>,
  messageId = '',
): boolean {
  const { appId: app_id, oaId: oa_id } = world.credentials;
  const timestamp = String(world.now());
  // Events of groups name the account, those of private chats only as one of the two ends.
  const ofGroup = world.chats.get(chatId)?.type === 'PRIVATE' ? {} : { oa_id };
  const event = { ...fields, app_id, ...ofGroup, timestamp, ...world.behaviour.extra.event };
  const json = JSON.stringify(event, null, world.behaviour.rawBody === 'spaced' ? 1 : 0);
  const repeat = world.duplicateNext > 0 ? 1 : 0;
  world.duplicateNext -= repeat;
  const signed = { json, key: chatId, repeat, messageId, timestamp };
  world.lastEvents.push(signed);
  if (world.lastEvents.length > 2 * REMEMBERED) world.lastEvents.splice(0, REMEMBERED);
  if (!world.webhook) world.lost += 1;
  world.webhook?.enqueue(signed);
  return world.webhook !== undefined;
}

/** What a member said in a group or in private, or, from the account itself, the echo of it. */
export function emitMessage(world: OaWorld, chatId: string, message: StoredMessage): boolean {
  const { quoteField, extra } = world.behaviour;
  const { id, from, kind, text, media, replyTo } = message;
  const { oaId } = world.credentials;
  const isGroup = world.chat(chatId).type === 'GROUP';
  return emit(
    world,
    chatId,
    {
      event_name: `${from ? 'user' : 'oa'}_send_${isGroup ? 'group_' : ''}${kind}`,
      sender: { id: from?.id ?? oaId },
      recipient: { id: isGroup ? chatId : from ? oaId : chatId },
      ...(isGroup ? {} : { user_id_by_app: `7${chatId.slice(1)}` }),
      message: {
        ...(text === '' ? {} : { text }),
        msg_id: id,
        ...(media === undefined ? {} : { attachments: [{ type: kind, payload: { url: media } }] }),
        ...(quoteField !== null && replyTo !== undefined ? { [quoteField]: replyTo } : {}),
        ...extra.message,
      },
    },
    id,
  );
}
