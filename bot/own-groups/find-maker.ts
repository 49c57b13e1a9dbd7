import type { Channel, OwnGroups } from '../../channels/channel.js';
import { UserError } from '../../core/errors.js';
import type { Context } from '../context.js';

export interface Maker {
  channel: Channel;
  groups: OwnGroups;
}

/** The channel whose groups the bot makes itself. Throws UserError when none that is on does. */
export function getMaker({ runtime }: Context): Maker {
  for (const channel of runtime.channels.values())
    if (channel.ownGroups) return { channel, groups: channel.ownGroups };
  throw new UserError('groups.own.none');
}
