import { Prisma, type Db } from './db.js';

/**
 * SQL condition on a delivery `d`: a message that the bot sends of its own accord. Answers to what somebody said, edits
 * and the issuer's card are none.
 */
const isUnasked = Prisma.sql`d.kind not in ('answer', 'rewrite', 'card', 'amendment')`;
/** SQL: it asks how full the day is before it goes: reminders, and what names a person. */
const asks = Prisma.sql`(d.kind = 'reminder' or d.kind = 'escalation' and d.step <> 'follow-up')`;
/**
 * A send takes seconds: bounds what is looked through. When a delivery was made says nothing: one that was held over the
 * days off, or until the next month, is one of the day on which it went out.
 */
const longestSendHours = 1;

/**
 * How many messages of its own accord the bot sent to a delivery's chat since then, or is sending before it. Of those
 * claimed at one moment those go first that do not ask how full the day is; the others take turns, or each would hold the other.
 */
export async function countUnasked(db: Db, deliveryId: number, since: Date): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Delivery" d join "Delivery" x on x.id = ${deliveryId}::int and d."chatId" = x."chatId"
    where d.id <> x.id and d."claimedAt" > ${since}::timestamptz - ${longestSendHours}::int * interval '1 hour' and ${isUnasked}
      and (d.state in ('sent', 'uncertain') and coalesce(d."sentAt", d."claimedAt") >= ${since}
        or d.state = 'sending' and (d."claimedAt" < x."claimedAt"
          or d."claimedAt" = x."claimedAt" and (not ${asks} or d.id < x.id)))`;
  return rows[0]?.count ?? 0;
}

/** How many groups of these units have heard the bot so often of its own accord since then. */
export async function countFullGroups(
  db: Db,
  unitIds: number[],
  day: { since: Date; limit: number },
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Chat" c
    where c."unitId" = any(${unitIds}::int[]) and c.role = 'unit' and c.state = 'active' and ${day.limit}::int <= (
      select count(*) from "Delivery" d where d."chatId" = c.id and ${isUnasked} and d.state in ('sent', 'uncertain')
        and d."claimedAt" > ${day.since}::timestamptz - ${longestSendHours}::int * interval '1 hour'
        and coalesce(d."sentAt", d."claimedAt") >= ${day.since})`;
  return rows[0]?.count ?? 0;
}
