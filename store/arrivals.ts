import type { InboundEvent } from '../core/event.js';
import type { ChatWithUnit } from './chats.js';
import { askRows, type Db } from './db.js';
import type { InboxRow } from './inbox.js';
import type { Speaker } from './people.js';

/** An event that this transaction has taken, with the chat and the person as far as they are known. */
export interface Arrival {
  row: InboxRow;
  chat: ChatWithUnit | null;
  speaker: Speaker | null;
}

interface Found {
  id: number;
  isTurn: boolean;
  isNew: boolean;
  chat: ChatWithUnit | null;
  speaker: Speaker | null;
}

/**
 * Takes one event and finds who speaks where, in one statement: this is what every reply costs before it is read. With
 * this transaction the event is done, and what it said is forgotten: replies are kept in their own table. Null when it
 * was handled meanwhile. What is not found here (aliases, topics, newcomers) is null.
 */
export async function takeArrival(db: Db, row: InboxRow, now: Date): Promise<Arrival | null> {
  let [found] = await look(db, [row], now);
  if (!found?.isTurn) {
    await waitForTurn(db, row.chatKey);
    [found] = await look(db, [row], now); // what was seen before may be out of date
  }
  return found ? (toArrivals([row], [found])[0] ?? null) : null;
}

/** The same for events of different chats at once, without waiting: what another process is at is left out. */
export async function takeArrivals(db: Db, rows: InboxRow[], now: Date): Promise<Arrival[]> {
  return toArrivals(rows, await look(db, rows, now));
}

/** Two processes take turns in one chat, so that a person's messages are read in the order they were sent. */
async function waitForTurn(db: Db, chatKey: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${chatKey}))`;
}

async function look(db: Db, rows: InboxRow[], now: Date): Promise<Found[]> {
  const asked = rows.map(({ id, channel, chatKey, event }) => {
    const { externalId, threadId } = event.chat;
    return { id, channel, chatKey, externalId, threadId, sender: senderOf(event) };
  });
  return askRows<Found>(db, {})`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a(id int, channel text, "chatKey" text, "externalId" text, "threadId" text, sender text)
    ), turn as materialized (
      select *, pg_try_advisory_xact_lock(hashtext("chatKey")) as mine from asked
    ), taken as (
      update "Inbox" i set state = 'done', "doneAt" = ${now}, event = '{}', error = null
      from turn t where t.mine and i.id = t.id and i.state = 'new' returning i.id
    ), found as (
      select t.id, t.mine as "isTurn", t.id in (select id from taken) as "isNew",
        (select to_json(chat) from (select c.*, to_json(u) as unit from "Chat" c left join "Unit" u on u.id = c."unitId"
          where c.channel = t.channel and c."externalId" = t."externalId" and c."threadId" = t."threadId") chat) as chat,
        (select json_build_object('personId', p.id, 'accountId', a.id, 'name', a.name, 'username', a.username, 'locale', p.locale,
            'roles', (select coalesce(json_agg(json_build_object('kind', r.kind, 'unitId', r."unitId")), '[]') from "Role" r where r."personId" = p.id))
          from "Account" a join "Person" p on p.id = a."personId"
          where a.channel = t.channel and a."externalId" = t.sender) as speaker
      from turn t
    )
    select coalesce(json_agg(found), '[]')::text as rows from found`;
}

function toArrivals(rows: InboxRow[], found: Found[]): Arrival[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.id);
    if (!one?.isTurn || !one.isNew) return [];
    return [{ row, chat: one.chat && withTimes(one.chat), speaker: one.speaker }];
  });
}

/** Whose account to look for; '' for events without a known person. */
function senderOf(event: InboundEvent): string {
  return 'sender' in event && !event.sender.isAnonymous ? event.sender.externalId : '';
}

/** JSON carries times as text. */
function withTimes(chat: ChatWithUnit): ChatWithUnit {
  const time = (value: Date | null) => (value === null ? null : new Date(value));
  return {
    ...chat,
    unreachableAt: time(chat.unreachableAt),
    boundAt: time(chat.boundAt),
    lastSeenAt: time(chat.lastSeenAt),
    nextSendAt: new Date(chat.nextSendAt),
    paceAt: new Date(chat.paceAt),
    createdAt: new Date(chat.createdAt),
    unit: chat.unit && { ...chat.unit, createdAt: new Date(chat.unit.createdAt) },
  };
}
