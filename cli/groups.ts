import type { Channel, OwnGroups } from '../channels/channel.js';
import { SendError } from '../core/errors.js';

interface Io {
  write: (line: string) => void;
  writeError: (line: string) => void;
}

const usage = `Usage: giaoban groups                          list the groups that the account has
       giaoban groups members GROUP_ID         list who is in one, with their ids
       giaoban groups create TITLE MEMBER_ID…  make one with these members, one of whom manages the account
`;

/** The groups that the bot makes itself, where a channel has such. Returns the exit code. */
export async function manageGroups(
  [verb = 'list', ...args]: string[],
  channels: ReadonlyMap<string, Channel>,
  { write, writeError }: Io,
): Promise<number> {
  const maker = [...channels.values()].find(({ ownGroups }) => ownGroups);
  if (!maker?.ownGroups) {
    writeError('No channel that is on makes groups itself. It takes the settings of an Official Account.');
    return 1;
  }
  const act = acts[verb];
  if (!act || !isRight(verb, args)) {
    writeError(usage);
    return 2;
  }
  try {
    for (const line of await act(maker.ownGroups, args)) write(line);
    return 0;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const isOpen =
      error.fault.kind === 'unknown' ? ' It may have been done all the same: list the groups.' : '';
    writeError(`${maker.label}: ${error.message}.${isOpen}`);
    return 1;
  }
}

function isRight(verb: string, args: string[]): boolean {
  return verb === 'list' ? args.length === 0 : verb === 'members' ? args.length === 1 : args.length > 1;
}

const acts: Record<string, (groups: OwnGroups, args: string[]) => Promise<string[]>> = {
  list: async (groups) => {
    const all = await groups.list();
    if (all.length === 0) return ['No groups yet.'];
    return all.map(({ externalId, title, link }) => [externalId, title, link].join('\t').trimEnd());
  },
  members: async (groups, [id = '']) =>
    (await groups.listMembers(id)).map(({ externalId, name }) => `${externalId}\t${name}`),
  create: async (groups, [title = '', ...memberIds]) => {
    const made = await groups.create({ title, description: '', memberIds });
    return [
      `${made.externalId}\t${made.title}\t${made.link}`,
      'Made. Bind it to a unit: ask the bot for a code by /invite and send /bind with it in the group.',
    ];
  },
};
