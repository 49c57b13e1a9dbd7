import type { Context } from '../context.js';

/** How members answer in this very group: only ways whose messages reach the bot here. */
export function sayWays(ctx: Context): string {
  const { t, chat, channel } = ctx;
  const { buttons, replyTo } = channel.capabilities;
  const ways = [
    ...(buttons ? [t('setup.ways.buttons')] : []),
    ...(replyTo ? [t('setup.ways.reply')] : []),
    t(chat.hearsAll ? 'setup.ways.code' : 'setup.ways.command'),
  ];
  return t('setup.ways.all', { ways: ways.join('; ') });
}
