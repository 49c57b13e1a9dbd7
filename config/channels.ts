import type { Logger } from 'pino';
import type { Channel } from '../channels/channel.js';
import type { SandboxHistory } from '../channels/sandbox/history.js';
import { createSandboxChannel } from '../channels/sandbox/sandbox.js';
import { createTelegramChannel } from '../channels/telegram/telegram.js';
import type { TokenStore } from '../channels/zalo-oa/token-store.js';
import { createZaloOaChannel } from '../channels/zalo-oa/zalo-oa.js';
import { createZaloBotChannel } from '../channels/zalo/zalo.js';
import { systemClock, type Clock } from './clock.js';
import type { Settings } from './settings.js';

/** What channels need of the ledger; null where there is none, as in a check from the shell. */
export interface Ledger {
  history: SandboxHistory;
  /** Where a channel keeps tokens that are renewed. */
  tokens: (channel: string) => TokenStore;
  /** Whether the bot sent this message: other processes send too. */
  isOurs: (channel: string, chatId: string, messageId: string) => Promise<boolean>;
}

interface Means {
  log: Logger;
  clock: Clock;
  ledger: Ledger | null;
}

/** The channels that the settings switch on, by name. The sandbox is there only while no real channel is; it and an Official Account need the ledger. */
export function openChannels(
  settings: Settings,
  log: Logger,
  ledger: Ledger | null,
  clock: Clock = systemClock,
): Map<string, Channel> {
  const means = { log, clock, ledger };
  const channels: Channel[] = [
    ...openTelegram(settings, means),
    ...openZaloBot(settings, means),
    ...openZaloOa(settings, means),
  ];
  const wantsSandbox = settings.SANDBOX === 'on' || (settings.SANDBOX === 'auto' && channels.length === 0);
  if (wantsSandbox && ledger) channels.push(createSandboxChannel({ history: ledger.history }));
  return new Map(channels.map((channel) => [channel.name, channel]));
}

function openTelegram(settings: Settings, { log, clock }: Means): Channel[] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = settings;
  if (!token) return [];
  const channel = createTelegramChannel({
    token,
    apiRoot: settings.TELEGRAM_API_ROOT,
    ...(secret && publicUrl ? { webhook: { secret, publicUrl } } : {}),
    pace: {
      perSecond: settings.TELEGRAM_RATE_PER_SECOND,
      chatPerSecond: settings.TELEGRAM_CHAT_RATE_PER_SECOND,
      groupPerMinute: settings.TELEGRAM_GROUP_RATE_PER_MINUTE,
    },
    log,
    clock,
  });
  return [channel];
}

function openZaloBot(settings: Settings, { log, clock }: Means): Channel[] {
  const { ZALO_BOT_TOKEN: token, ZALO_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = settings;
  if (!token) return [];
  const channel = createZaloBotChannel({
    token,
    apiRoot: settings.ZALO_API_ROOT,
    botName: settings.ZALO_BOT_NAME ?? '',
    monthlyLimit: settings.ZALO_MONTHLY_LIMIT,
    ...(secret && publicUrl ? { webhook: { secret, publicUrl } } : {}),
    log,
    clock,
  });
  return [channel];
}

/** Nothing without the ledger: a token that is renewed and not kept would lock everybody out. */
function openZaloOa(settings: Settings, { log, clock, ledger }: Means): Channel[] {
  const {
    ZALO_OA_APP_ID: appId,
    ZALO_OA_SECRET: appSecret,
    ZALO_OA_REFRESH_TOKEN: refreshToken,
    ZALO_OA_WEBHOOK_SECRET: webhookSecret,
  } = settings;
  if (!ledger || !appId || !appSecret || !refreshToken || !webhookSecret) return [];
  const name = 'zalo-oa';
  const channel = createZaloOaChannel({
    appId,
    appSecret,
    refreshToken,
    webhookSecret,
    name: settings.ZALO_OA_NAME ?? '',
    webhookRoot: settings.PUBLIC_URL,
    tokens: ledger.tokens(name),
    isOurs: (groupId, messageId) => ledger.isOurs(name, groupId, messageId),
    apiRoot: settings.ZALO_OA_API_ROOT,
    oauthRoot: settings.ZALO_OA_OAUTH_ROOT,
    log,
    clock,
  });
  return [channel];
}
