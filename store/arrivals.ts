import type { InboundEvent } from '../core/event.js';
import type { ChatWithUnit } from './chats.js';
import type { Db } from './db.js';
import { claimEvent, type InboxRow } from './inbox.js';
import type { Speaker } from './people.js';

/** An event that this transaction has taken, with the chat and the person as far as they are known. */
export interface Arrival {
  chat: ChatWithUnit | null;
  speaker: Speaker | null;
}

interface ArrivalRow {
  isTurn: boolean;
  isNew: boolean;
  chat: ChatWithUnit | null;
  speaker: Speaker | null;
}

/**
 * Takes one event and finds who speaks where, in one statement: this is what every reply costs before it is read.
 * Null when the event was handled meanwhile. While another process handles the same chat this waits and looks again,
 * because what it saw before may be out of date. What is not found here (aliases, topics, newcomers) is null.
 */
export async function claimArrival(db: Db, row: InboxRow): Promise<Arrival | null> {
  let found = await look(db, row);
  if (!found.isTurn) {
    if (!(await claimEvent(db, row))) return null;
    found = await look(db, row);
  }
  if (!found.isNew) return null;
  return { chat: found.chat && withTimes(found.chat), speaker: found.speaker };
}

async function look(db: Db, { id, channel, chatKey, event }: InboxRow): Promise<ArrivalRow> {
  const { externalId, threadId } = event.chat;
  const rows = await db.$queryRaw<ArrivalRow[]>`
    with turn as materialized (select pg_try_advisory_xact_lock(hashtext(${chatKey})) as mine),
    event as materialized (
      select i.id from turn, "Inbox" i where turn.mine and i.id = ${id} and i.state = 'new' for update of i
    )
    select turn.mine as "isTurn", event.id is not null as "isNew",
      (select to_jsonb(c) || jsonb_build_object('unit', to_jsonb(u)) from "Chat" c left join "Unit" u on u.id = c."unitId"
        where c.channel = ${channel} and c."externalId" = ${externalId} and c."threadId" = ${threadId}) as chat,
      (select jsonb_build_object('personId', p.id, 'accountId', a.id, 'name', a.name, 'username', a.username, 'locale', p.locale,
          'roles', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'unitId', r."unitId")), '[]') from "Role" r where r."personId" = p.id))
        from "Account" a join "Person" p on p.id = a."personId"
        where a.channel = ${channel} and a."externalId" = ${senderOf(event)}) as speaker
    from turn left join event on true`;
  return rows[0]!;
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
