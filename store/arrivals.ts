import type { InboundEvent } from '../core/event.js';
import type { ChatWithUnit } from './chats.js';
import { askRows, Prisma, type Db } from './db.js';
import type { InboxRow } from './inbox.js';
import type { Speaker } from './people.js';

/** An event that this transaction has taken, with the chat and the person as far as they are known. */
export interface Arrival {
  row: InboxRow;
  chat: ChatWithUnit | null;
  speaker: Speaker | null;
}

/** What is found of an event; the columns of its chat, of the chat's unit and of the account beside it. */
interface Found extends Omit<Speaker, 'personId'> {
  id: number;
  isTurn: boolean;
  isNew: boolean;
  personId: number | null;
}

const chatColumns = Object.values(Prisma.ChatScalarFieldEnum);
const unitColumns = Object.values(Prisma.UnitScalarFieldEnum);

/** SQL: these columns of a table, under names that are not those of another. */
const columnsOf = (table: string, columns: readonly string[]) =>
  Prisma.raw(columns.map((column) => `${table}."${column}" as "${table}.${column}"`).join(', '));

const foundColumns = Prisma.sql`${columnsOf('chat', chatColumns)}, ${columnsOf('unit', unitColumns)}`;

/** The row of a table among the columns found; null when there is none. */
function rowOf<T>(table: string, columns: readonly string[], found: Found): T | null {
  const cells = found as unknown as Record<string, unknown>;
  if (cells[`${table}.id`] === null) return null;
  const row: Record<string, unknown> = {};
  for (const column of columns) row[column] = cells[`${table}.${column}`];
  return row as T;
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
  return askRows<Found>(db)`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a(id int, channel text, "chatKey" text, "externalId" text, "threadId" text, sender text)
    ), turn as materialized (
      select *, pg_try_advisory_xact_lock(hashtext("chatKey")) as mine from asked
    ), taken as (
      update "Inbox" i set state = 'done', "doneAt" = ${now}, event = '{}', error = null
      from turn t where t.mine and i.id = t.id and i.state = 'new' returning i.id
    )
    select t.id, t.mine as "isTurn", t.id in (select id from taken) as "isNew",
      ${foundColumns},
      p.id as "personId", a.id as "accountId", a.name, a.username, p.locale, coalesce((
        select json_agg(json_build_object('kind', r.kind, 'unitId', r."unitId")) from "Role" r where r."personId" = p.id
      ), '[]') as roles
    from turn t
      left join lateral (select * from "Chat" c where c.channel = t.channel
        and c."externalId" = t."externalId" and c."threadId" = t."threadId" limit 1) chat on true
      left join lateral (select * from "Unit" where id = chat."unitId" limit 1) unit on true
      left join lateral (select * from "Account" where channel = t.channel and "externalId" = t.sender limit 1) a on true
      left join lateral (select id, locale from "Person" where id = a."personId" limit 1) p on true`;
}

function toArrivals(rows: InboxRow[], found: Found[]): Arrival[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.id);
    if (!one?.isTurn || !one.isNew) return [];
    return [{ row, chat: chatOf(one), speaker: speakerOf(one) }];
  });
}

function chatOf(found: Found): ChatWithUnit | null {
  const chat = rowOf<Omit<ChatWithUnit, 'unit'>>('chat', chatColumns, found);
  return chat && { ...chat, unit: rowOf<NonNullable<ChatWithUnit['unit']>>('unit', unitColumns, found) };
}

function speakerOf({ personId, accountId, name, username, locale, roles }: Found): Speaker | null {
  return personId === null ? null : { personId, accountId, name, username, locale, roles };
}

/** Whose account to look for; '' for events without a known person. */
function senderOf(event: InboundEvent): string {
  return 'sender' in event && !event.sender.isAnonymous ? event.sender.externalId : '';
}
