import type { Db } from './db.js';
import { createKey, hashKey } from './keys.js';

/** A person asks in their private chat for a link to the page. A link asked for there before leads nowhere any more. */
export async function askWebLink(
  db: Db,
  { chatId, accountId, expiresAt }: { chatId: number; accountId: number; expiresAt: Date },
): Promise<void> {
  const asked = { accountId, expiresAt, keyHash: null };
  await db.webLink.upsert({ where: { chatId }, create: { chatId, ...asked }, update: asked });
}

/** The key of the link that was asked for in this chat, made now; null when none is awaited. One made before is void. */
export async function issueWebLink(
  db: Db,
  chatId: number,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<string | null> {
  const key = createKey();
  const { count } = await db.webLink.updateMany({
    where: { chatId, expiresAt: { gt: now } },
    data: { keyHash: hashKey(key), expiresAt },
  });
  return count === 1 ? key : null;
}

/** The key of a link for the owner, whoever that is when it is opened. One made before is void. */
export async function issueOwnerLink(db: Db, expiresAt: Date): Promise<string> {
  const key = createKey();
  await db.webLink.deleteMany({ where: { chatId: null } });
  await db.webLink.create({ data: { keyHash: hashKey(key), expiresAt } });
  return key;
}

/** Whom a link lets in; `accountId` null: the owner, while there is none. Null when it was used, is too old or no link. */
export async function findWebLink(
  db: Db,
  key: string,
  now: Date,
): Promise<{ accountId: number | null } | null> {
  const link = await db.webLink.findFirst({ where: { keyHash: hashKey(key), expiresAt: { gt: now } } });
  return link && { accountId: link.accountId ?? (await findOwnerAccount(db)) };
}

/** Uses a link up: true for exactly one of two who try at once. */
export async function takeWebLink(db: Db, key: string, now: Date): Promise<boolean> {
  const where = { keyHash: hashKey(key), expiresAt: { gt: now } };
  const { count } = await db.webLink.deleteMany({ where });
  return count === 1;
}

async function findOwnerAccount(db: Db): Promise<number | null> {
  const account = await db.account.findFirst({
    where: { person: { roles: { some: { kind: 'owner' } } } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return account?.id ?? null;
}
