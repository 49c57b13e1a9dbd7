import { SendError } from '../../core/errors.js';
import type { OwnGroup, OwnGroups } from '../channel.js';
import type { OaClient, OaGroup } from './client.js';

/** An account cannot be invited; it makes its groups itself, each on a right that its package brings. */
export function openOwnGroups(client: OaClient): OwnGroups {
  return {
    list: async () => (await client.listGroups()).map(toOwn),
    listMembers: async (groupId) =>
      (await client.listMembers(groupId)).map(({ id, name }) => ({ externalId: id, name })),
    async create({ title, description, memberIds }) {
      // The account itself is a member too.
      const assetId = await client.findAsset(memberIds.length + 1);
      if (assetId === null)
        throw new SendError(
          { kind: 'rejected' },
          'no-right',
          'the package has no right to one more group left',
        );
      return toOwn(
        await client.createGroup({ name: title, description, assetId, memberIds }).catch(asRefused),
      );
    },
  };
}

const toOwn = ({ id, title, link }: OaGroup): OwnGroup => ({ externalId: id, title, link });

/** A refusal that names a person or a group reads as if a chat were gone; here there is none yet. */
function asRefused(error: unknown): never {
  if (error instanceof SendError && error.fault.kind === 'unreachable')
    throw new SendError({ kind: 'rejected' }, 'rejected', error.message);
  throw error;
}
