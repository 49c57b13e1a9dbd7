import type { Runtime } from '../config/runtime.js';
import { priority } from '../core/delivery.js';
import { say } from '../core/message.js';
import { textsFor, type Translate } from '../locales/texts.js';
import { findOfficeChats } from '../store/chats.js';
import type { Db } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { findPrivateChatsOf } from '../store/roles.js';

/** Tells the office groups, or the owners where there is none, once for each `key`. Returns to how many. Wake sending then. */
export async function tellOffice(
  { settings, clock }: Pick<Runtime, 'settings' | 'clock'>,
  db: Db,
  key: string,
  write: (t: Translate) => string,
): Promise<number> {
  const offices = (await findOfficeChats(db)).filter(({ state }) => state === 'active');
  const told = offices.length > 0 ? offices : await findPrivateChatsOf(db, 'owner', null);
  return queueDeliveries(
    db,
    told.map(({ id, channel, locale }) => ({
      ...{ channel, chatId: id, kind: 'tell' as const, priority: priority.reminder },
      dedupKey: `${key}:chat:${id}`,
      content: say(write(textsFor(locale, settings.ORG_LOCALE))),
    })),
    clock.now(),
  );
}
