import type { Context } from '../context.js';

/** How long the bot may write here after the person did, for where that has an end; no line elsewhere. */
export function sayWindow({ t, channel, chat }: Context): string[] {
  const { privateDays: count } = channel.capabilities;
  return chat.role === 'private' && count > 0 ? [t('setup.window', { platform: channel.label, count })] : [];
}
