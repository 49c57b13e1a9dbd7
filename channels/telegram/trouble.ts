import type { Logger } from 'pino';
import { SendError } from '../../core/errors.js';

/** Tells the operator about a lasting fault in plain words, once and then every few minutes, not at every attempt. */
export interface Trouble {
  report(error: unknown): void;
  /** The last attempt worked. */
  over(): void;
}

const repeatMs = 5 * 60_000;

const advice: Record<string, string> = {
  conflict:
    'Another program reads the messages of this bot with the same token. Stop it, or give it a bot of its own; trying again until then.',
  'webhook-active':
    'Another program has set a webhook for this bot, so its messages go there. Stop that program, then restart this one to take the bot back.',
  unauthorized:
    'Telegram does not know this bot token. Copy the token again from @BotFather (/mybots, API Token) into TELEGRAM_BOT_TOKEN and restart; trying again slowly.',
  network:
    'Telegram cannot be reached. Check the network, the name server and TELEGRAM_API_ROOT; trying again.',
  throttled: 'Telegram asks for a pause; waiting as long as it says.',
  intake: 'Updates could not be stored. They stay at Telegram and come again; check the database.',
};
const otherAdvice = 'Telegram did not answer as expected; trying again.';

export function createTrouble(log: Logger, now: () => number): Trouble {
  const toldAt = new Map<string, number>();
  let current: { code: string; isTold: boolean } | null = null;
  return {
    report(error) {
      const code = error instanceof SendError ? error.code : 'intake';
      const isDue = now() - (toldAt.get(code) ?? -Infinity) > repeatMs;
      log[isDue ? 'warn' : 'debug']({ code, reason: safeReason(error) }, advice[code] ?? otherAdvice);
      if (isDue) toldAt.set(code, now());
      current = { code, isTold: isDue || (current?.code === code && current.isTold) };
    },
    over() {
      if (current?.isTold) log.info({ code: current.code }, 'Telegram works again.');
      current = null;
    },
  };
}

/** What may be logged of an error: our own words, or the name alone, since a database quotes what it was given. */
export function safeReason(error: unknown): string {
  if (error instanceof SendError) return error.message;
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown';
}
