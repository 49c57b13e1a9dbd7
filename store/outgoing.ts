import type { DirectiveText } from '../core/directive-message.js';
import { askRows, type Db } from './db.js';
import { gathered } from './gather.js';

/** All that a directive's message needs at the moment it is sent: the directive, the unit's part of it, the group. */
export interface Outgoing extends DirectiveText {
  state: 'draft' | 'scheduled' | 'open' | 'closed' | 'cancelled' | 'discarded';
  assignmentId: number | null;
  isCancelled: boolean;
  /** The group still belongs to a unit that is addressed. */
  isBound: boolean;
  hearsAll: boolean;
  isNaming: boolean;
  timeZone: string | null;
  /** An earlier copy may have arrived in this group. */
  isAgain: boolean;
  /** The unit has units below it to which it may be passed on. */
  hasUnitsBelow: boolean;
}

/** What delivery `id` has to say, read when it is sent: this runs for every group. Null when it belongs to no directive. */
export async function findOutgoing(db: Db, id: number): Promise<Outgoing | null> {
  return gathered(db, findOutgoings, id);
}

async function findOutgoings(db: Db, ids: number[]): Promise<(Outgoing | null)[]> {
  const rows = await askRows<Outgoing & { id: number }>(db)`
    select x.id, d.number, d.kind::text as kind, d.state::text as state, d.urgent, d.title, d.body, d.answer, d.attachments, d.version, d.terms,
      coalesce(a."dueAt", d."dueAt") as "dueAt", a.id as "assignmentId", pu.name as "passedBy",
      exists (select 1 from "Unit" b where b."parentId" = c."unitId") as "hasUnitsBelow", coalesce(a.cancelled, false) as "isCancelled",
      c.role = 'unit' and case when a.id is null then c."unitId" = any(d."unitIds") else c."unitId" = a."unitId" end as "isBound",
      c."hearsAll", c.naming as "isNaming", u."timeZone",
      exists (select 1 from "Delivery" e where e."directiveId" = x."directiveId" and e."chatId" = x."chatId"
        and e.kind = 'directive' and e.id < x.id and e.state = 'uncertain') as "isAgain"
    from "Delivery" x join "Directive" d on d.id = x."directiveId" join "Chat" c on c.id = x."chatId"
      left join "Assignment" a on a.id = x."assignmentId" left join "Unit" u on u.id = c."unitId"
      left join lateral (select "unitId" from "Assignment" where id = d."passedFromId" limit 1) p on true
      left join lateral (select name from "Unit" where id = p."unitId" limit 1) pu on true
    where x.id = any(${ids}::int[])`;
  const byId = new Map(rows.map(({ id, ...outgoing }) => [id, outgoing]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Messages of one directive that are out in one chat: each copy is the list of its parts. */
export interface Copies {
  copies: string[][];
  /** A copy is on its way right now: what it says and where is not known yet. */
  isSending: boolean;
}

/** The copies of a directive in a chat that can be changed. */
export async function findCopies(db: Db, directiveId: number, chatId: number): Promise<Copies> {
  const rows = await db.delivery.findMany({
    where: { directiveId, chatId, kind: { in: ['directive', 'amendment'] } },
    select: { kind: true, state: true, messageIds: true, settledBy: true },
    orderBy: { id: 'asc' },
  });
  const seen = new Set<string>();
  const copies: string[][] = [];
  for (const { messageIds, settledBy } of rows) {
    const fresh = messageIds.filter((messageId) => !seen.has(messageId));
    for (const messageId of messageIds) seen.add(messageId);
    if (fresh.length > 0 && settledBy !== 'gone') copies.push(fresh);
  }
  const isSending = rows.some(({ kind, state }) => kind === 'directive' && state === 'sending');
  return { copies, isSending };
}

/** Whether one of our deliveries is this message of a chat. */
export async function isSentMessage(
  db: Db,
  { channel, externalId, messageId }: { channel: string; externalId: string; messageId: string },
): Promise<boolean> {
  const where = { chat: { channel, externalId }, messageIds: { has: messageId } };
  return (await db.delivery.findFirst({ where, select: { id: true } })) !== null;
}
