import { platformName } from '../../channels/platform-name.js';
import type { Say } from '../../core/say.js';
import { nameGroup } from '../../core/units/name-group.js';
import type { Context } from '../context.js';

/** A group by its title and, where several channels are on, its platform. */
export function sayGroup(ctx: Context, t: Say, chat: { title: string; channel: string }): string {
  return nameGroup(t, { title: chat.title, platform: platformName(ctx.runtime.channels, chat.channel) });
}
