import { Prisma, type Db } from './db.js';

/**
 * SQL condition on a group `c`: another group of its unit can be reached on the channel from which the unit last
 * answered, so this one is not reminded. What somebody said in private or in an office group is no side's answer.
 */
export const isOtherSide = Prisma.sql`exists (
  select 1 from "Chat" o where o."unitId" = c."unitId" and o.id <> c.id and o.role = 'unit' and o.state = 'active'
    and o.channel = (select g.channel
      from "Assignment" p join "Reply" r on r.id = p."lastReplyId" join "Chat" g on g.id = r."chatId"
      where p."unitId" = c."unitId" and g.role in ('unit', 'none')
      order by r."receivedAt" desc, r.id desc limit 1))`;

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
