import type { Choice } from '../core/choices.js';
import type { Db, Prisma } from './db.js';

const hourMs = 3600_000;
/** A question to one person is answered soon or not at all; the issuer's card stands for days. */
const lifeMs = { asked: 12 * hourMs, open: 7 * 24 * hourMs };
const lifeOf = ({ personId }: Pick<NewOffer, 'personId'>) => (personId === null ? lifeMs.open : lifeMs.asked);

export interface NewOffer {
  chatId: number;
  messageId: string;
  personId: number | null;
  choices: Choice[];
}

/** Remembers what the numbers in a message stand for, and forgets those of this chat that are over. */
export async function saveOffer(db: Db, offer: NewOffer, now: Date): Promise<void> {
  const choices = offer.choices as unknown as Prisma.InputJsonArray;
  await db.offer.deleteMany({ where: { chatId: offer.chatId, expiresAt: { lte: now } } });
  await db.offer.create({ data: { ...offer, choices, expiresAt: new Date(now.getTime() + lifeOf(offer)) } });
}

export interface Offer {
  id: number;
  askedAt: Date;
  messageId: string;
  personId: number | null;
  choices: Choice[];
}

/** The choices that this person may mean in a chat, newest first: what was asked of them or of anybody. */
export async function findOffers(db: Db, chatId: number, personId: number, now: Date): Promise<Offer[]> {
  const rows = await db.offer.findMany({
    where: { chatId, expiresAt: { gt: now }, OR: [{ personId }, { personId: null }] },
    orderBy: { id: 'desc' },
    take: 10,
  });
  return rows.map(({ id, messageId, personId: whom, choices, expiresAt }) => ({
    id,
    askedAt: new Date(expiresAt.getTime() - lifeOf({ personId: whom })),
    messageId,
    personId: whom,
    choices: choices as unknown as Choice[],
  }));
}

/** The question is answered. */
export async function forgetOffer(db: Db, id: number): Promise<void> {
  await db.offer.deleteMany({ where: { id } });
}
