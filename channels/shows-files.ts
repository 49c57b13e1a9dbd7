import type { Channel } from './channel.js';

/** Whether members of this channel can get files that we make: from the platform, or from an address of ours. */
export const showsFiles = (
  { capabilities }: Pick<Channel, 'capabilities'>,
  { PUBLIC_URL }: { PUBLIC_URL?: string | undefined },
): boolean => capabilities.files === 'own' || PUBLIC_URL !== undefined;
