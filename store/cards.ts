import { priority } from '../core/delivery.js';
import type { Db } from './db.js';

/** The issuer's card begins: its row, and the one delivery that carries it (sent once, then edited in place). */
export async function openCard(
  db: Db,
  directive: { id: number; issuerChatId: number },
  now: Date,
): Promise<void> {
  const { id, issuerChatId: chatId } = directive;
  const chat = await db.chat.findUnique({ where: { id: chatId }, select: { channel: true } });
  if (!chat) return;
  await db.card.createMany({ data: [{ directiveId: id, chatId }], skipDuplicates: true });
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
