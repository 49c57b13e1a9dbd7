import { findChat, markReachable, migrateChat, type ChatKey, type ChatWithUnit } from './chats.js';
import { execute, type Db } from './db.js';
import { gathered } from './gather.js';

/**
 * The chat that `/bind` in this place means: a topic is bound by itself, with what its group already has in language
 * and hearing. `fallback` is the chat the event was taken to belong to.
 */
export async function openTopicChat(
  db: Db,
  key: ChatKey,
  fallback: ChatWithUnit,
  now: Date,
): Promise<ChatWithUnit> {
  if (fallback.threadId === key.threadId) return fallback;
  const { title, locale, hearsAll } = fallback;
  // A group that changed its id is known by its present one.
  const present = { ...key, externalId: fallback.externalId };
  await db.chat.createMany({
    data: [{ ...present, title, locale, hearsAll, role: 'none', lastSeenAt: now }],
    skipDuplicates: true,
  });
  return (await findChat(db, present))!;
}

export interface Binding {
  chatId: number;
  channel: string;
  /** Null binds an office group. */
  unitId: number | null;
  title: string;
  now: Date;
}

/**
 * Binds a group to its unit, or as an office group. A unit has one group a channel: the ones before are let go and
 * returned, to be told. Where one of them did not want persons named, the new one does not either until it says so,
 * and where one had chosen its language, the new one speaks it if it has chosen none. Two bindings of one unit take turns.
 */
export async function bindChat(db: Db, binding: Binding): Promise<ChatWithUnit[]> {
  const { chatId, channel, unitId, title, now } = binding;
  let displaced: ChatWithUnit[] = [];
  if (unitId !== null) {
    await db.$executeRaw`select id from "Unit" where id = ${unitId} for update`;
    displaced = await db.chat.findMany({
      where: { unitId, channel, id: { not: chatId } },
      include: { unit: true },
    });
    await unbindChats(
      db,
      displaced.map(({ id }) => id),
    );
  }
  const role = unitId === null ? 'office' : 'unit';
  const chosen = displaced.find(({ locale }) => locale !== null)?.locale;
  if (chosen) await db.chat.updateMany({ where: { id: chatId, locale: null }, data: { locale: chosen } });
  await db.chat.update({
    where: { id: chatId },
    data: {
      role,
      unitId,
      title,
      boundAt: now,
      state: 'active',
      unreachableReason: null,
      unreachableAt: null,
      ...(displaced.some(({ naming }) => !naming) ? { naming: false } : {}),
    },
  });
  return displaced;
}

async function unbindChats(db: Db, ids: number[]): Promise<void> {
  await db.chat.updateMany({
    where: { id: { in: ids } },
    data: { role: 'none', unitId: null, boundAt: null },
  });
}

/** The group's chat and those of its topics. */
export async function findGroupChats(db: Db, channel: string, externalId: string): Promise<ChatWithUnit[]> {
  return db.chat.findMany({
    where: { channel, externalId },
    include: { unit: true },
    orderBy: { id: 'asc' },
  });
}

/** The group got a new id, and its topics with it. */
export async function migrateGroup(
  db: Db,
  channel: string,
  externalId: string,
  toExternalId: string,
): Promise<void> {
  for (const chat of await findGroupChats(db, channel, externalId))
    await migrateChat(db, chat.id, toExternalId);
}

/** What the platform says of a group holds for its topics too. */
export async function updateGroup(
  db: Db,
  chat: { channel: string; externalId: string },
  facts: { title?: string; hearsAll?: boolean },
): Promise<void> {
  const { channel, externalId } = chat;
  await db.chat.updateMany({ where: { channel, externalId }, data: facts });
}

/** How old a sign of life may be before a new one is written down: not every message costs a write. */
const lifeStepMs = 10 * 60_000;

/**
 * Keeps a chat that speaks current: when it was last heard, whose private chat it is, and that it can be reached
 * again. Returns whether it could not be reached until now. Costs nothing when nothing is new.
 */
export async function noteLife(
  db: Db,
  chat: ChatWithUnit,
  facts: { now: Date; personId: number | null; isPrivate: boolean },
): Promise<boolean> {
  const { now, personId, isPrivate } = facts;
  const isBack = chat.state === 'unreachable' && (await markReachable(db, chat.id, now));
  const owner = isPrivate && personId !== null && chat.personId !== personId ? { personId } : {};
  const isStale = !chat.lastSeenAt || now.getTime() - chat.lastSeenAt.getTime() > lifeStepMs;
  if ('personId' in owner) await db.chat.update({ where: { id: chat.id }, data: owner });
  if (isStale) await gathered(db, noteSeen, { chatId: chat.id, now });
  return isBack;
}

async function noteSeen(db: Db, seen: { chatId: number; now: Date }[]): Promise<void[]> {
  const ids = seen.map(({ chatId }) => chatId);
  const { now } = seen[0]!;
  await execute(db)`update "Chat" set "lastSeenAt" = ${now} where id = any(${ids}::int[])`;
  return seen.map(() => undefined);
}

/** Every group bound to a unit, or to one of these, by unit. */
export async function listUnitGroups(db: Db, unitIds?: number[]): Promise<ChatWithUnit[]> {
  return db.chat.findMany({
    where: { role: 'unit', unitId: unitIds ? { in: unitIds } : { not: null } },
    include: { unit: true },
    orderBy: [{ unit: { code: 'asc' } }, { id: 'asc' }],
  });
}

/** Chooses the language of a group, or of a person and all private chats with them. */
export async function chooseChatLocale(
  db: Db,
  target: { chatId: number } | { personId: number },
  locale: string,
): Promise<void> {
  if ('chatId' in target) {
    await db.chat.update({ where: { id: target.chatId }, data: { locale } });
    return;
  }
  const { personId } = target;
  await db.person.update({ where: { id: personId }, data: { locale } });
  await db.chat.updateMany({ where: { personId, role: 'private' }, data: { locale } });
}

/** Calls off messages of one kind, named by how their keys begin, that have not left. */
export async function callOff(db: Db, keyPrefix: string, reason: string): Promise<void> {
  await db.delivery.updateMany({
    where: { dedupKey: { startsWith: keyPrefix }, state: 'queued' },
    data: { state: 'skipped', reason },
  });
}
