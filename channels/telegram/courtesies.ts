import type { Logger } from 'pino';
import type { ChatAddress } from '../channel.js';
import type { Call } from '../http/call.js';
import { chatId } from './render.js';
import { safeReason } from '../intake/trouble.js';

/** https://core.telegram.org/bots/api#answercallbackquery */
const answerLimit = 200;

export interface Courtesies {
  react(to: ChatAddress, messageId: string, emoji: string): Promise<void>;
  answerPress(pressId: string, text: string): Promise<void>;
  publishCommands(commands: { locale: string; command: string; description: string }[]): Promise<void>;
}

/** Calls that nothing depends on: a short time limit, and a fault goes no further than the log. */
export function createCourtesies(call: Call, timeoutMs: number, log: Logger): Courtesies {
  const attempt = async (method: string, params: Record<string, unknown>) => {
    await call(method, params, { timeoutMs }).catch((error: unknown) => {
      log.debug({ method, reason: safeReason(error) }, 'courtesy failed');
    });
  };
  return {
    async react(to, messageId, emoji) {
      const reaction = [{ type: 'emoji', emoji }];
      await attempt('setMessageReaction', { chat_id: chatId(to), message_id: Number(messageId), reaction });
    },
    async answerPress(pressId, text) {
      const words = text.trim() === '' ? {} : { text: shorten(text) };
      await attempt('answerCallbackQuery', { callback_query_id: pressId, ...words });
    },
    async publishCommands(commands) {
      for (const locale of new Set(commands.map((entry) => entry.locale))) {
        const list = commands.filter((entry) => entry.locale === locale);
        // Vietnamese is what everybody sees whose language has no list of its own.
        const language = locale === 'vi' ? {} : { language_code: locale };
        await attempt('setMyCommands', {
          commands: list.map(({ command, description }) => ({ command, description })),
          ...language,
        });
      }
    },
  };
}

function shorten(text: string): string {
  return text.length <= answerLimit
    ? text
    : `${text.slice(0, answerLimit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
