/** Chats that must be refused within the window before the whole bot is taken to be too fast. */
const chatsForAll = 3;
const windowMs = 2_000;

/**
 * Telegram does not say whether a 429 is about one chat or the bot: one slow chat waits alone, several chats refused
 * at once mean the limit of the bot (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
export function createThrottleScope(now: () => number): (chatId: string) => 'channel' | 'chat' {
  const refused = new Map<string, number>();
  return (chatId) => {
    const at = now();
    for (const [id, seen] of refused) if (at - seen > windowMs) refused.delete(id);
    refused.set(chatId, at);
    return refused.size >= chatsForAll ? 'channel' : 'chat';
  };
}
