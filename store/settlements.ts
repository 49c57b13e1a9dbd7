import type { Db } from './db.js';
import { touchCard } from './cards.js';

export interface Settlement {
  now: Date;
  /** Who or what settled it: `reply`, `press`, `person:12`. */
  by: string;
}

/**
 * A reply or press came from a group to which nobody knows whether the directive arrived: it did. `messageId` is the
 * pressed message, when a press settles it. Returns whether something was settled.
 */
export async function settleUncertain(
  db: Db,
  {
    chatId,
    directiveId,
    now,
    by,
    messageId,
  }: Settlement & {
    chatId: number;
    directiveId: number;
    messageId?: string;
  },
): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    update "Delivery" set state = 'sent', "sentAt" = coalesce("claimedAt", ${now}), "settledAt" = ${now}, "settledBy" = ${by}
    where "chatId" = ${chatId}::int and "directiveId" = ${directiveId}::int and kind = 'directive'
      and state = 'uncertain' and "settledAt" is null
    returning id`;
  if (rows.length === 0) return false;
  if (messageId !== undefined) await rememberMessage(db, rows[0]!.id, messageId, now);
  await touchCard(db, directiveId, now);
  return true;
}

/** Whether a message of a chat is known to be some delivery's. */
export async function isKnownMessage(db: Db, chatId: number, messageId: string): Promise<boolean> {
  const found = await db.delivery.findFirst({
    where: { chatId, messageIds: { has: messageId } },
    select: { id: true },
  });
  return found !== null;
}

/** The message that carries an uncertain delivery is known now, so later edits and replies find it. */
async function rememberMessage(db: Db, deliveryId: number, messageId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    with ref as (
      insert into "MessageRef" ("chatId", "messageId", "deliveryId", "directiveId", "assignmentId", "createdAt")
      select "chatId", ${messageId}, id, "directiveId", "assignmentId", ${now} from "Delivery" where id = ${deliveryId}::int
      on conflict do nothing returning "deliveryId"
    )
    update "Delivery" set "messageIds" = "messageIds" || ${messageId}::text where id in (select "deliveryId" from ref)`;
}

/** Somebody looked: the message is there. Returns its directive; null when it was settled meanwhile. */
export async function settleAsSent(
  db: Db,
  deliveryId: number,
  { now, by }: Settlement,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ directiveId: number }[]>`
    update "Delivery" set state = 'sent', "sentAt" = coalesce("claimedAt", ${now}), "settledAt" = ${now}, "settledBy" = ${by}
    where id = ${deliveryId}::int and state = 'uncertain' and "settledAt" is null and "directiveId" is not null
    returning "directiveId"`;
  if (!rows[0]) return null;
  await touchCard(db, rows[0].directiveId, now);
  return rows[0].directiveId;
}

export type Resendable = { deliveryId: number } | { directiveId: number };

/**
 * Sends again what failed or is uncertain: a new delivery a group, the old one settled. One delivery, or all failed ones
 * of a directive. Only groups that still belong to the unit; one that is thought lost is tried: a platform does not
 * tell when it lets the bot speak again. Twice at once does it once.
 */
export async function resendDeliveries(
  db: Db,
  what: Resendable,
  { now, by }: Settlement,
): Promise<{ directiveId: number; channel: string }[]> {
  const deliveryId = 'deliveryId' in what ? what.deliveryId : null;
  const directiveId = 'directiveId' in what ? what.directiveId : null;
  const rows = await db.$queryRaw<{ directiveId: number; channel: string }[]>`
    with old as (
      update "Delivery" d set "settledAt" = ${now}, "settledBy" = 'again:' || ${by}
      from "Chat" c, "Directive" t
      where c.id = d."chatId" and t.id = d."directiveId" and t.state = 'open' and c.role = 'unit'
        and d.kind = 'directive' and d."settledAt" is null
        and (d.id = ${deliveryId}::int and d.state in ('failed', 'uncertain')
          or d."directiveId" = ${directiveId}::int and d.state = 'failed')
        and not exists (select 1 from "Delivery" n where n."directiveId" = d."directiveId" and n."chatId" = d."chatId"
          and n.kind = 'directive' and n.id > d.id)
        and (d."assignmentId" is null or exists (
          select 1 from "Assignment" a where a.id = d."assignmentId" and a."unitId" = c."unitId" and not a.cancelled))
      returning d.id, d.channel, d."chatId", d.priority, d."directiveId", d."assignmentId", t.version
    )
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, "messageIds", "createdAt")
    select channel, "chatId", 'directive', 'directive:' || "directiveId" || ':after:' || id, priority, "directiveId", "assignmentId", version, '{}', ${now}
    from old order by id
    on conflict do nothing
    returning "directiveId", channel`;
  if (rows[0]) await touchCard(db, rows[0].directiveId, now);
  return rows;
}

/** The message a delivery put up is gone from its chat: the directive is sent there anew, once. */
export async function replaceGone(
  db: Db,
  at: { directiveId: number; chatId: number },
  now: Date,
): Promise<void> {
  const old = await db.$queryRaw<{ id: number }[]>`
    update "Delivery" set "settledAt" = ${now}, "settledBy" = 'gone'
    where "directiveId" = ${at.directiveId}::int and "chatId" = ${at.chatId}::int and kind = 'directive' and state = 'sent'
      and "settledBy" is distinct from 'gone'
    returning id`;
  const last = Math.max(0, ...old.map(({ id }) => id));
  if (last === 0) return;
  await db.$executeRaw`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, "messageIds", "createdAt")
    select channel, "chatId", 'directive', 'directive:' || "directiveId" || ':after:' || id, priority, "directiveId", "assignmentId", version, '{}', ${now}
    from "Delivery" where id = ${last}::int on conflict do nothing`;
  await touchCard(db, at.directiveId, now);
}

/** A delivery of a directive with its unit's code; null for anything else. */
export async function findDirectiveDelivery(db: Db, id: number) {
  const delivery = await db.delivery.findUnique({
    where: { id },
    include: {
      directive: true,
      assignment: { include: { unit: true } },
      chat: { include: { unit: true } },
    },
  });
  if (!delivery?.directive || delivery.kind !== 'directive') return null;
  const { directive, assignment, chat } = delivery;
  return { id, directive, code: (assignment?.unit ?? chat.unit)?.code ?? chat.title };
}
