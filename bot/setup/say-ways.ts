import { waysIn } from '../../channels/ways.js';
import type { Context } from '../context.js';

/** How members answer in this very group: only ways whose messages reach the bot here. */
export function sayWays(ctx: Context): string {
  const { t, chat, channel } = ctx;
  const { buttons, hearsAll, mention } = waysIn(channel, {
    isGroup: chat.role !== 'private',
    hearsAll: chat.hearsAll,
  });
  const typed = mention ? 'mention' : hearsAll ? 'code' : 'command';
  const ways = [
    ...(buttons ? [t('setup.ways.buttons')] : []),
    t('setup.ways.reply'),
    t(`setup.ways.${typed}`, { mention }),
  ];
  return t('setup.ways.all', { ways: ways.join('; ') });
}
