import type { Channel } from '../channels/channel.js';
import { waysIn } from '../channels/ways.js';
import { numberChoices, type Choice } from '../core/choices.js';
import { joinLines, plain, plainText, type Content } from '../core/message.js';
import type { Say } from '../core/say.js';
import type { ClaimedDelivery } from '../store/claim-deliveries.js';

/** A command among words: what it says to type must be heard. */
const command = /(^|[\s“(])\/\p{L}/u;

/**
 * A message as this channel and chat can use it: choices by number where there are no buttons, and how to be heard
 * where commands need a mention. Whatever the message is, it passes here.
 */
export function fitContent(
  channel: Channel,
  { role }: Pick<ClaimedDelivery, 'role'>,
  content: Content,
  t: Say,
): { content: Content; choices: Choice[] } {
  const { buttons, mention } = waysIn(channel, { isGroup: role !== 'private', hearsAll: false });
  const { content: numbered, choices } = buttons
    ? { content, choices: [] }
    : numberChoices(t, content, mention);
  const words = plainText(numbered.text);
  const isMute = mention === '' || !command.test(words) || words.includes(mention);
  if (isMute) return { content: numbered, choices };
  const hint = [plain(t('choices.commandHere', { mention }))];
  return { content: { ...numbered, text: joinLines([numbered.text, hint]) }, choices };
}
