import { findChat, type Call } from './access.js';
import { badRequest } from './errors.js';
import { Params } from '../chat-server/params.js';
import type { CallbackAnswer } from './types.js';
import { createWebhook } from './webhook.js';

const DEFAULT_CALLBACK_TTL_MS = 15_000;

export function getMe({ bot }: Call): Record<string, unknown> {
  return {
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: !bot.privacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

export function answerCallbackQuery(call: Call): true {
  const { world, bot, params } = call;
  const queryId = params.text('callback_query_id');
  const pending = bot.callbacks.get(queryId);
  bot.callbacks.delete(queryId);
  if (!pending || world.now() - pending.at > (world.options.callbackTtlMs ?? DEFAULT_CALLBACK_TTL_MS)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const [text, url] = [params.text('text'), params.text('url')];
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const answer: CallbackAnswer = { queryId, showAlert: params.flag('show_alert') };
  if (text !== '') answer.text = text;
  if (url !== '') answer.url = url;
  world.callbackCount += 1;
  if (!world.options.bench) world.callbackAnswers.push(answer);
  pending.settle(answer);
  return true;
}

function commandKey(call: Call): string {
  const scope = (call.params.json('scope', 'BotCommandScope') ?? { type: 'default' }) as Record<
    string,
    unknown
  >;
  const type = String(scope.type);
  if (!/^(default|all_private_chats|all_group_chats|all_chat_administrators)$/.test(type)) {
    if (!/^(chat|chat_administrators|chat_member)$/.test(type)) {
      throw badRequest("can't parse BotCommandScope: Unsupported type specified");
    }
    findChat({ ...call, params: new Params({ chat_id: scope.chat_id }, badRequest) }, 'read');
  }
  return JSON.stringify([type, scope.chat_id, scope.user_id, call.params.text('language_code')]);
}

export function setMyCommands(call: Call): true {
  const commands = call.params.json('commands', 'bot commands');
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: Expected an Array of BotCommand");
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const item of commands as { command?: unknown; description?: unknown }[]) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(String(item.command))) throw badRequest('BOT_COMMAND_INVALID');
    const length = typeof item.description === 'string' ? item.description.length : 0;
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  call.bot.commands.set(commandKey(call), commands);
  return true;
}

export function getMyCommands(call: Call): unknown[] {
  return call.bot.commands.get(commandKey(call)) ?? [];
}

export function deleteMyCommands(call: Call): true {
  call.bot.commands.delete(commandKey(call));
  return true;
}

/** A result with the extra `description` that webhook calls carry. */
export class Described {
  constructor(readonly description: string) {}
}

export function setWebhook(
  call: Call,
  reply: (call: Call, body: Record<string, unknown>) => void,
): Described {
  const { world, bot, params } = call;
  const url = params.text('url');
  const secret = params.text('secret_token');
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  if (params.flag('drop_pending_updates')) bot.updates.drop();
  if (url === '') return removeWebhook(call);
  if (!/^https?:\/\/[^/]+/.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  bot.updates.setAllowed(params.json('allowed_updates', 'allowed_updates'));
  const settings = {
    url,
    secret,
    maxConnections: Math.min(Math.max(params.int('max_connections') ?? 40, 1), 100),
    retryMs: world.options.webhookRetryMs ?? 200,
    outOfOrder: world.options.webhookOutOfOrder ?? false,
  };
  const hooks = {
    onDelivered: bot.updates.remember.bind(bot.updates),
    onReply: (body: Record<string, unknown>) => reply(call, body),
    now: () => world.now(),
  };
  bot.updates.setWebhook(createWebhook(settings, hooks));
  return new Described('Webhook was set');
}

export function deleteWebhook(call: Call): Described {
  if (call.params.flag('drop_pending_updates')) call.bot.updates.drop();
  return removeWebhook(call);
}

function removeWebhook({ bot }: Call): Described {
  if (!bot.updates.webhook) return new Described('Webhook is already deleted');
  bot.updates.setWebhook(undefined);
  return new Described('Webhook was deleted');
}

export function getWebhookInfo({ bot }: Call): Record<string, unknown> {
  const { webhook, pending, allowed } = bot.updates;
  return {
    url: webhook?.settings.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending,
    ...(webhook ? { max_connections: webhook.settings.maxConnections } : {}),
    ...(webhook?.lastError
      ? { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }
      : {}),
    ...(allowed.length > 0 ? { allowed_updates: allowed } : {}),
  };
}

export const botMethods = {
  getMe,
  answerCallbackQuery,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  deleteWebhook,
  getWebhookInfo,
};
