import { priority } from '../core/delivery.js';
import type { Db } from './db.js';

/** The issuer's card begins: its row, and the one delivery that carries it (sent once, then edited in place). */
export async function openCard(
  db: Db,
  directive: { id: number; issuerChatId: number; groups: number },
  now: Date,
): Promise<void> {
  const { id, issuerChatId: chatId, groups } = directive;
  const chat = await db.chat.findUnique({ where: { id: chatId }, select: { channel: true } });
  if (!chat) return;
  await db.card.createMany({ data: [{ directiveId: id, chatId, groups }], skipDuplicates: true });
  await db.delivery.createMany({
    data: [
      {
        channel: chat.channel,
        chatId,
        kind: 'card',
        dedupKey: `card:${id}`,
        priority: priority.answer,
        directiveId: id,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
}

/** What the card shows has changed; it is brought up to date within seconds. */
export async function touchCard(db: Db, directiveId: number, now: Date): Promise<void> {
  await db.card.updateMany({ where: { directiveId, dirtyAt: null }, data: { dirtyAt: now } });
}

/** Directives whose card no longer shows how things stand. */
export async function findDirtyCards(db: Db): Promise<number[]> {
  const rows = await db.card.findMany({
    where: { dirtyAt: { not: null } },
    select: { directiveId: true },
    take: 100,
  });
  return rows.map(({ directiveId }) => directiveId);
}

/** Changes of one card closer together than this are shown as one. */
const refreshMs = 5_000;

/**
 * Queues the card's one delivery again, so that it is composed anew. Left dirty while it is being sent: what it says
 * was read before the change. Returns its channel, null when there is nothing to do.
 */
export async function queueCard(db: Db, directiveId: number, now: Date): Promise<string | null> {
  const rows = await db.$queryRaw<{ channel: string }[]>`
    with again as (
      update "Delivery" set state = 'queued', attempts = 0, "messageIds" = '{}', "createdAt" = ${now}, "errorCode" = null, reason = null,
        "notBefore" = greatest(${now}, "claimedAt" + ${refreshMs}::int * interval '1 millisecond')
      where "dedupKey" = ${`card:${directiveId}`} and state not in ('queued', 'sending')
        and exists (select 1 from "Card" where "directiveId" = ${directiveId}::int and "dirtyAt" is not null)
      returning channel
    ), waiting as (
      select channel from again union all
      select channel from "Delivery" where "dedupKey" = ${`card:${directiveId}`} and state = 'queued'
    ), clean as (
      update "Card" set "dirtyAt" = null where "directiveId" = ${directiveId}::int and exists (select 1 from waiting)
    )
    select channel from waiting limit 1`;
  return rows[0]?.channel ?? null;
}

/** Where the card stands and what it shows. */
export async function findCard(db: Db, directiveId: number) {
  return db.card.findUnique({ where: { directiveId } });
}

/** The card is out and shows this. `finalAt` stays the moment of its first certificate. */
export async function showCard(
  db: Db,
  directiveId: number,
  card: { messageId: string; shown: string; finalAt: Date | null },
): Promise<void> {
  const { messageId, shown, finalAt } = card;
  await db.$executeRaw`
    update "Card" set "messageId" = ${messageId}, shown = ${shown}, "finalAt" = coalesce("finalAt", ${finalAt}::timestamptz)
    where "directiveId" = ${directiveId}::int`;
}

/** The card's message was deleted: the next refresh sends a new one. */
export async function forgetCardMessage(db: Db, directiveId: number, now: Date): Promise<void> {
  await db.card.updateMany({
    where: { directiveId },
    data: { messageId: null, shown: '', dirtyAt: now },
  });
}
