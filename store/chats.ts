import type { Db } from './db.js';

export interface ChatKey {
  channel: string;
  externalId: string;
  threadId: string;
}

/** The chat with this address or with a former one, with its unit; null when the bot never met it. */
export async function findChat(db: Db, key: ChatKey) {
  const { channel, externalId, threadId } = key;
  const where = { channel_externalId_threadId: { channel, externalId, threadId } };
  const found = await db.chat.findUnique({ where, include: { unit: true } });
  if (found) return found;
  const alias = await db.chatAlias.findUnique({ where, include: { chat: { include: { unit: true } } } });
  return alias?.chat ?? null;
}

export type ChatWithUnit = NonNullable<Awaited<ReturnType<typeof findChat>>>;

export async function getChat(db: Db, id: number): Promise<ChatWithUnit> {
  return db.chat.findUniqueOrThrow({ where: { id }, include: { unit: true } });
}

/** Makes the chat known. A topic that nobody bound belongs to its group's chat when that one is known. */
export async function meetChat(
  db: Db,
  key: ChatKey,
  facts: { title: string; isGroup: boolean; now: Date },
): Promise<ChatWithUnit> {
  const known =
    (await findChat(db, key)) ?? (key.threadId ? await findChat(db, { ...key, threadId: '' }) : null);
  if (known) return known;
  const role = facts.isGroup ? 'none' : 'private';
  await db.chat.createMany({
    data: [{ ...key, title: facts.title, role, lastSeenAt: facts.now }],
    skipDuplicates: true,
  });
  return (await findChat(db, key))!;
}

/** The platform gave the chat a new id: the old one stays as an alias. A row the new id already had is folded in. */
export async function migrateChat(db: Db, chatId: number, toExternalId: string): Promise<void> {
  const chat = await db.chat.findUniqueOrThrow({ where: { id: chatId } });
  if (chat.externalId === toExternalId) return;
  const { channel, threadId } = chat;
  const twin = await db.chat.findUnique({
    where: { channel_externalId_threadId: { channel, externalId: toExternalId, threadId } },
  });
  if (twin) {
    await db.delivery.updateMany({ where: { chatId: twin.id }, data: { chatId } });
    await db.$executeRaw`update "MessageRef" set "chatId" = ${chatId} where "chatId" = ${twin.id}`;
    await db.reply.updateMany({ where: { chatId: twin.id }, data: { chatId } });
    await db.dialogue.deleteMany({ where: { chatId: twin.id } });
    await db.chat.delete({ where: { id: twin.id } });
  }
  await db.chatAlias.createMany({
    data: [{ channel, externalId: chat.externalId, threadId, chatId }],
    skipDuplicates: true,
  });
  await db.chat.update({
    where: { id: chatId },
    data: { externalId: toExternalId, state: 'active', unreachableReason: null, unreachableAt: null },
  });
}

/** Returns whether the chat was reachable until now. */
export async function markUnreachable(db: Db, chatId: number, reason: string, now: Date): Promise<boolean> {
  const { count } = await db.chat.updateMany({
    where: { id: chatId, state: 'active' },
    data: { state: 'unreachable', unreachableReason: reason, unreachableAt: now },
  });
  return count === 1;
}

/** Returns whether the chat was unreachable until now. */
export async function markReachable(db: Db, chatId: number, now: Date): Promise<boolean> {
  const { count } = await db.chat.updateMany({
    where: { id: chatId, state: 'unreachable' },
    data: { state: 'active', unreachableReason: null, unreachableAt: null, lastSeenAt: now },
  });
  return count === 1;
}

/** Private chats whose person wrote last before `before`. */
export async function findQuietPrivateChats(db: Db, channel: string, before: Date): Promise<number[]> {
  const where = { channel, role: 'private' as const, state: 'active' as const, lastSeenAt: { lt: before } };
  return (await db.chat.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/**
 * Where an issuer hears what comes of their work: the chat they gave it in, or, while that can't be reached, another
 * private chat with them, else an office group.
 */
export async function findIssuerChat(db: Db, issuerChatId: number): Promise<ChatWithUnit> {
  const chat = await getChat(db, issuerChatId);
  if (chat.state === 'active' || chat.role !== 'private') return chat;
  const include = { unit: true };
  const active = { state: 'active' as const };
  const other =
    chat.personId === null
      ? null
      : await db.chat.findFirst({
          where: { ...active, role: 'private', personId: chat.personId },
          orderBy: { lastSeenAt: { sort: 'desc', nulls: 'last' } },
          include,
        });
  const office = { where: { ...active, role: 'office' as const }, orderBy: { id: 'asc' as const }, include };
  return other ?? (await db.chat.findFirst(office)) ?? chat;
}

/** The office groups, where admins command and summaries go. */
export async function findOfficeChats(db: Db) {
  return db.chat.findMany({ where: { role: 'office' }, orderBy: { id: 'asc' } });
}
