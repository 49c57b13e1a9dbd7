import type { Runtime } from '../config/runtime.js';
import { priority } from '../core/delivery.js';
import { say } from '../core/message.js';
import { textsFor, type Translate } from '../locales/texts.js';
import { findOfficeChats } from '../store/chats.js';
import type { Db } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { findPrivateChatsOf } from '../store/roles.js';

type Means = Pick<Runtime, 'settings' | 'clock'>;
type Write = (t: Translate) => string;

/** Tells the office groups, or the owners where there is none, once for each `key`. Returns to how many. Wake sending then. */
export async function tellOffice(means: Means, db: Db, key: string, write: Write): Promise<number> {
  const offices = (await findOfficeChats(db)).filter(({ state }) => state === 'active');
  return offices.length > 0
    ? tellChats(means, db, offices, { key, write })
    : tellOwners(means, db, key, write);
}

/** The same for the owners alone, in private. */
export async function tellOwners(means: Means, db: Db, key: string, write: Write): Promise<number> {
  return tellChats(means, db, await findPrivateChatsOf(db, 'owner', null), { key, write });
}

/** The same for these chats. */
export function tellChats(
  { settings, clock }: Means,
  db: Db,
  chats: readonly { id: number; channel: string; locale: string | null }[],
  { key, write }: { key: string; write: Write },
): Promise<number> {
  return queueDeliveries(
    db,
    chats.map(({ id, channel, locale }) => ({
      ...{ channel, chatId: id, kind: 'tell' as const, priority: priority.reminder },
      dedupKey: `${key}:chat:${id}`,
      content: say(write(textsFor(locale, settings.ORG_LOCALE))),
    })),
    clock.now(),
  );
}
