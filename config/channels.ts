import type { Logger } from 'pino';
import type { Channel } from '../channels/channel.js';
import type { SandboxHistory } from '../channels/sandbox/history.js';
import { createSandboxChannel } from '../channels/sandbox/sandbox.js';
import { createTelegramChannel } from '../channels/telegram/telegram.js';
import { systemClock, type Clock } from './clock.js';
import type { Settings } from './settings.js';

/** The channels that the settings switch on, by name. The sandbox is there only while no real channel is, and only with a place for its messages. */
export function openChannels(
  settings: Settings,
  log: Logger,
  history: SandboxHistory | null,
  clock: Clock = systemClock,
): Map<string, Channel> {
  const channels: Channel[] = [];
  const token = settings.TELEGRAM_BOT_TOKEN;
  if (token) channels.push(openTelegram(settings, token, { log, clock }));
  const wantsSandbox = settings.SANDBOX === 'on' || (settings.SANDBOX === 'auto' && channels.length === 0);
  if (wantsSandbox && history) channels.push(createSandboxChannel({ history }));
  return new Map(channels.map((channel) => [channel.name, channel]));
}

function openTelegram(
  settings: Settings,
  token: string,
  { log, clock }: { log: Logger; clock: Clock },
): Channel {
  const { TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL: publicUrl } = settings;
  return createTelegramChannel({
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
}
