import type { InboundEvent, KeyedEvent } from '../core/event.js';
import { storableJson } from '../core/text/storable.js';
import { askRows, execute, type Db } from './db.js';

export interface InboxRow {
  id: number;
  channel: string;
  chatKey: string;
  event: InboundEvent;
  attempts: number;
}

/** Stores events; one whose key is known changes nothing. Returns how many were new. */
export async function storeEvents(db: Db, channel: string, events: KeyedEvent[], now: Date): Promise<number> {
  const rows = events.map(({ eventKey, event }) => ({
    eventKey,
    chatKey: `${channel}:${event.chat.externalId}`,
    event,
  }));
  return execute(db)`
    insert into "Inbox" (channel, "eventKey", "chatKey", event, "receivedAt")
    select ${channel}, "eventKey", "chatKey", event, ${now}::timestamptz
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as e("eventKey" text, "chatKey" text, event jsonb)
    on conflict (channel, "eventKey") do nothing`;
}

/** The oldest events nobody has handled, in order. */
export async function findNewEvents(db: Db, limit: number, now: Date): Promise<InboxRow[]> {
  return askRows<InboxRow>(db)`
    select id, channel, "chatKey", event, attempts from "Inbox" where state = 'new' and "retryAt" <= ${now} order by id limit ${limit}`;
}

/** After a fault of ours: tried again at `retryAt`, or given up when it is null. */
export async function postponeEvent(db: Db, id: number, error: string, retryAt: Date | null): Promise<void> {
  const data = retryAt ? { retryAt } : { state: 'failed' as const };
  await db.inbox.update({
    where: { id },
    data: { ...data, error: error.slice(0, 500), attempts: { increment: 1 } },
  });
}

/** Whether any event waits to be handled now. */
export async function hasNewEvents(db: Db, now: Date): Promise<boolean> {
  return (await findNewEvents(db, 1, now)).length > 0;
}

/** Looked at in one go, from the oldest on: a tick must not read through all that is kept. Fifty a second are enough. */
const forgottenAtOnce = 500;

/** Forgets handled events older than `before`: the platform will not repeat them any more. Returns how many. */
export async function forgetEvents(db: Db, before: Date): Promise<number> {
  return db.$executeRaw`
    delete from "Inbox" where state = 'done' and "doneAt" < ${before}::timestamptz and id = any(array(
      select id from "Inbox" where state <> 'failed' order by id limit ${forgottenAtOnce}::int))`;
}
