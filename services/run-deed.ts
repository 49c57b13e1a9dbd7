import type { Runtime } from '../config/runtime.js';
import { wakeSenders } from '../jobs/wake.js';
import { UserError } from '../core/errors.js';
import { texts, type Locale } from '../locales/texts.js';
import { getChat, type ChatWithUnit } from '../store/chats.js';
import { transact, type Db } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { findPrivateChat, type Speaker } from '../store/people.js';
import type { Deed } from './deed.js';

/** Does something for a person in one transaction, then what was to be done once it stands. A chat's events have bot/handle-event.ts. */
export async function runDeed<T>(
  runtime: Runtime,
  { speaker, channel, locale }: { speaker: Speaker; channel: string; locale: Locale },
  work: (deed: Deed) => Promise<T>,
): Promise<T> {
  const afterCommit: Deed['afterCommit'] = [];
  const result = await transact(runtime.db, async (db) => {
    const now = runtime.clock.now();
    const outbox: Deed['outbox'] = [];
    const chat = await findOwnChat(db, speaker.personId, channel);
    const deed: Deed = { runtime, db, now, chat, speaker, locale, t: texts[locale], outbox, afterCommit };
    const done = await work(deed);
    await queueDeliveries(db, outbox, now);
    return done;
  });
  for (const step of afterCommit) await step();
  wakeSenders(runtime);
  return result;
}

/** Where the ledger says it was done: what is decided on a page hangs on a chat like all else. */
async function findOwnChat(db: Db, personId: number, channel: string): Promise<ChatWithUnit> {
  const own = (await findPrivateChat(db, personId, channel)) ?? (await findPrivateChat(db, personId));
  if (!own) throw new UserError('admin.fault.noChat');
  return getChat(db, own.id);
}
