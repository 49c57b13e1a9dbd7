import { findQuietPrivateChats } from '../store/chats.js';
import { loseChat } from './lose-chat.js';
import type { Sweep } from './sweep.js';

const dayMs = 24 * 3_600_000;

/**
 * Some platforms let nobody be written to who has been silent for days: such a chat is out of reach until its person
 * writes again, and what would go there finds another way meanwhile.
 */
export const sweepPrivateChats: Sweep = {
  name: 'sweep-private-chats',
  async run(runtime) {
    let closed = 0;
    for (const { name, capabilities } of runtime.channels.values()) {
      if (capabilities.privateDays === 0) continue;
      const before = new Date(runtime.clock.now().getTime() - capabilities.privateDays * dayMs);
      for (const id of await findQuietPrivateChats(runtime.db, name, before))
        closed += Number(await loseChat(runtime, id, 'window-closed'));
    }
    return { closed };
  },
};
