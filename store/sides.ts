import { priority, type DeliveryKind } from '../core/delivery.js';
import type { AnsweredItem } from '../core/replies/elsewhere-message.js';
import { existsByRow, Prisma, type Db } from './db.js';

/**
 * SQL condition on a group `c`: another group of its unit can be reached on the channel from which the unit last
 * answered, so this one is not reminded. What somebody said in private or in an office group is no side's answer. Most units have one
 * group: only for the others is all that the unit ever answered looked through, which `case` makes sure of.
 */
export const isOtherSide = Prisma.sql`case
  when not exists (select 1 from "Chat" o where o."unitId" = c."unitId" and o.id <> c.id and o.role = 'unit') then false
  else exists (
    select 1 from "Chat" o where o."unitId" = c."unitId" and o.id <> c.id and o.role = 'unit' and o.state = 'active'
      and o.channel = (select g.channel
        from "Assignment" p join "Reply" r on r.id = p."lastReplyId" join "Chat" g on g.id = r."chatId"
        where p."unitId" = c."unitId" and g.role in ('unit', 'none') and r.source <> 'below'
        order by r."receivedAt" desc, r.id desc limit 1)) end`;

/** SQL condition on an ask `n` in a chat about an assignment `a`: the chat is one of the unit's groups, and there is another. */
export const hasOtherGroup = existsByRow(Prisma.sql`
  select from "Chat" h join "Chat" o on o."unitId" = h."unitId" and o.id <> h.id and o.role = 'unit' and o.state = 'active'
  where h.id = n."chatId" and h."unitId" = a."unitId" and h.role = 'unit'`);

/**
 * SQL: ids of what waits to be sent to some chats and can still tell of more. Looked up chat by chat: whatever is
 * queued is gone when the planner counts, so that for a plain join it reads all that waits for all chats. Who changes them
 * asks again that `state::text` is still queued: in these words, or the join goes by the index of all that waits.
 */
export const waitingIn = (chats: Prisma.Sql, kind: DeliveryKind): Prisma.Sql => Prisma.sql`
  select q.id from ${chats} c cross join lateral (
    select id from "Delivery" where "chatId" = c.id and state = 'queued' and kind = ${kind}
      and cardinality("assignmentIds") > 0 and cardinality("messageIds") = 0 offset 0) q`;

/**
 * What waits to remind a group that was lost goes to the unit's other groups, unless they are reminded of the same
 * already. In the transaction that gives the group up, before its waiting messages end.
 */
export async function handReminders(db: Db, chatId: number): Promise<number> {
  return db.$executeRaw`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", "assignmentIds", "lastCallIds", "createdAt")
    select o.channel, o.id, r.kind, regexp_replace(r."dedupKey", ${`chat:${chatId}(:|$)`}::text, 'chat:' || o.id || '\\1'),
      r.priority, r."directiveId", r."assignmentId", r."assignmentIds", r."lastCallIds", r."createdAt"
    from "Delivery" r join "Chat" c on c.id = r."chatId"
      join "Chat" o on o."unitId" = c."unitId" and o.id <> c.id and o.role = 'unit' and o.state = 'active'
    where r."chatId" = ${chatId}::int and r.kind = 'reminder' and r.state in ('queued', 'sending')
      and c.role = 'unit' and cardinality(r."messageIds") = 0
    on conflict do nothing`;
}

/**
 * The unit answered in this chat: its other groups are told so when they would have been reminded. A group that is to be
 * told of several answers gets one message, as soon as the first of them is due.
 */
export async function queueElsewhere(
  db: Db,
  answered: { assignmentId: number; chatId: number; at: Date; now: Date },
): Promise<void> {
  const { assignmentId, chatId, at, now } = answered;
  await db.$executeRaw`
    with other as materialized (
      select c.id, c.channel from "Chat" c join "Assignment" a on a."unitId" = c."unitId"
      where a.id = ${assignmentId}::int and c.id <> ${chatId}::int and c.role = 'unit' and c.state = 'active'
    ), waiting as (
      update "Delivery" w set "notBefore" = least(w."notBefore", ${at}::timestamptz), "assignmentIds" = array(
        select distinct i from unnest(w."assignmentIds" || ${assignmentId}::int) i order by i)
      from (${waitingIn(Prisma.sql`other`, 'elsewhere')}) found where w.id = found.id and w.state::text = 'queued'
      returning w."chatId"
    )
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "assignmentIds", "notBefore", "createdAt")
    select channel, id, 'elsewhere', 'elsewhere:chat:' || id || ':of:' || ${assignmentId}::int, ${priority.reminder}::int,
      array[${assignmentId}::int], ${at}::timestamptz, ${now}::timestamptz
    from other where id not in (select "chatId" from waiting)
    on conflict do nothing`;
}

/** An item that the unit answered in another of its groups, and where. */
export interface ElsewhereItem extends AnsweredItem {
  assignmentId: number;
  directiveId: number;
  timeZone: string | null;
  /** The group of the last answer; null when that was given in private or by the office. */
  channel: string | null;
  groupTitle: string | null;
}

/** What this group is to be told of, as far as it has not answered itself meanwhile and it still matters. */
export async function findElsewhereItems(db: Db, deliveryId: number): Promise<ElsewhereItem[]> {
  return db.$queryRaw<ElsewhereItem[]>`
    select a.id as "assignmentId", d.id as "directiveId", d.number, d.kind::text as kind, d.title, d.answer as spec,
      a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value, a.difficulty, a."doneAt", u."timeZone",
      g.channel, g.title as "groupTitle"
    from "Delivery" x join "Chat" c on c.id = x."chatId" join "Unit" u on u.id = c."unitId"
      join "Assignment" a on a."unitId" = c."unitId" and a.id = any(x."assignmentIds")
      join "Directive" d on d.id = a."directiveId" left join "Reply" r on r.id = a."lastReplyId"
      left join "Chat" g on g.id = r."chatId" and g.role = 'unit'
    where x.id = ${deliveryId}::int and c.role = 'unit' and d.state = 'open' and d.number is not null
      and a."answeredAt" is not null and not a.cancelled and not a.excused
      and not exists (select 1 from "Reply" own where own."assignmentId" = a.id and own."chatId" = c.id
        and own.state in ('read', 'corrected') and (own.status is not null or own.value is not null))
    order by d.number`;
}
