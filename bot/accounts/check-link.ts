import { labelOf } from '../../channels/platform-name.js';
import { UserError } from '../../core/errors.js';
import { listAccounts, type LinkedAccount } from '../../store/account-links.js';
import type { Invite } from '../../store/invites.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';

/**
 * The accounts of the person who made the code, if the speaker's may join them: those of another person, on other
 * channels where people are known by one id, so that a person has one account on each. Throws UserError when not.
 */
export async function checkLink(ctx: Context, { createdById }: Invite): Promise<LinkedAccount[]> {
  const { personId } = getSpeaker(ctx);
  if (createdById === personId) throw new UserError('link.ownCode');
  const theirs = createdById === null ? [] : await listAccounts(ctx.db, createdById);
  if (theirs.length === 0) throw new UserError('link.expired');
  const { channels } = ctx.runtime;
  const taken = new Set(theirs.map(({ channel }) => channel));
  const twice = (await listAccounts(ctx.db, personId)).find(
    ({ channel }) => taken.has(channel) && channels.get(channel)?.capabilities.onePersonId,
  );
  if (twice) throw new UserError('link.samePlatform', { platform: labelOf(channels, twice.channel) });
  return theirs;
}
