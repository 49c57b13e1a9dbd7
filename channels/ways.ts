import type { Ways } from '../core/directive-message.js';
import type { Channel } from './channel.js';

/**
 * How members may answer in a chat of this channel: only what reaches the bot there. An answer to a message of the bot
 * does on every channel.
 */
export function waysIn(
  { capabilities, botName }: Pick<Channel, 'capabilities' | 'botName'>,
  chat: { isGroup: boolean; hearsAll: boolean },
): Ways {
  const { buttons, needsMention } = capabilities;
  const mention = needsMention && chat.isGroup ? botName : '';
  return { buttons, replyTo: true, hearsAll: chat.hearsAll, mention };
}
