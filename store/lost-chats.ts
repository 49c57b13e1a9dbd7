import { priority } from '../core/delivery.js';
import type { Content } from '../core/message.js';
import type { LostChat } from '../core/units/lost-chat.js';
import { findOfficeChats, markUnreachable, type ChatWithUnit } from './chats.js';
import type { Db } from './db.js';
import { failQueued, queueDeliveries } from './deliveries.js';
import { findPrivateChatsOf } from './roles.js';
import { handReminders } from './sides.js';

/** A group that becomes a supergroup may seem lost just before its new id is known. */
const waitForMigrationMs = 2_000;

/** How the keys of those messages begin that tell of one chat's loss. */
export const lossKey = (chatId: number): string => `lost:${chatId}:`;

export interface Loss {
  reason: string;
  now: Date;
  /** The words for those who are told, in the language of their chat. */
  say: (locale: string | null, lost: LostChat) => Content;
}

/**
 * A chat can't be reached any more: what waits for it ends as failed, its reminders go to the unit's group on another
 * channel, its open assignments stay, and those concerned are told in the same transaction, once: the unit's leads and
 * its other groups, the parent unit's group, the office groups; the owners when there is none of these. False when it
 * was known. Wake sending after the commit.
 */
export async function loseChat(db: Db, chatId: number, loss: Loss): Promise<boolean> {
  const { reason, now } = loss;
  const isNew = await markUnreachable(db, chatId, reason, now);
  await handReminders(db, chatId);
  await failQueued(db, chatId, reason, 'unreachable');
  if (isNew) await tellLoss(db, chatId, loss);
  return isNew;
}

/**
 * What a person is told of the bot's own accord, with what goes out as answers do but is told once, by its key. An answer or
 * a link of days ago says nothing any more.
 */
const toldInPrivate = ['tell', 'acceptance', 'escalation', 'elsewhere', 'summary', 'card'];
/** Older news, and more of it than this, is for whoever asks. */
const missedForMs = 30 * 24 * 3_600_000;
const missedAtMost = 20;

/**
 * A person's chat that could not be reached is open again: what failed for that reason waits anew, the newest of it. It is
 * composed when it goes out, so what is settled by then is left out. Returns how many.
 */
export async function requeueMissed(db: Db, chatId: number, now: Date): Promise<number> {
  const since = new Date(now.getTime() - missedForMs);
  return db.$executeRaw`
    update "Delivery" set state = 'queued', attempts = 0, "notBefore" = ${now}, "errorCode" = null, reason = null
    where state = 'failed' and id in (
      select id from "Delivery" where "chatId" = ${chatId}::int and state = 'failed' and reason = 'unreachable'
        and (kind = any(${toldInPrivate}::text[]) or kind = 'answer' and "dedupKey" is not null) and "createdAt" >= ${since}::timestamptz
      order by id desc limit ${missedAtMost}::int)`;
}

async function tellLoss(db: Db, chatId: number, { reason, now, say }: Loss): Promise<void> {
  const chat = await db.chat.findUniqueOrThrow({ where: { id: chatId }, include: { unit: true } });
  const others = await findOtherGroups(db, chat);
  const concerned = await findConcerned(db, chat, others);
  const [other = null] = others;
  const recipients = new Map(concerned.map((one) => [one.id, one]));
  recipients.delete(chatId);
  await queueDeliveries(
    db,
    [...recipients.values()].map(({ id, channel, locale }) => ({
      channel,
      chatId: id,
      kind: 'tell' as const,
      priority: priority.reminder,
      dedupKey: `${lossKey(chatId)}${now.getTime()}:${id}`,
      notBefore: new Date(now.getTime() + waitForMigrationMs),
      content: say(locale, { title: chat.title, channel: chat.channel, reason, unit: chat.unit, other }),
    })),
    now,
  );
}

type Recipient = { id: number; channel: string; locale: string | null };

/** The unit's groups on other channels that can be reached. */
async function findOtherGroups(db: Db, { id, role, unitId }: ChatWithUnit) {
  if (role !== 'unit' || unitId === null) return [];
  const where = { role: 'unit' as const, state: 'active' as const, unitId, id: { not: id } };
  return db.chat.findMany({ where, orderBy: { id: 'asc' } });
}

/** A group that nobody bound and a person's private chat are nobody's loss. */
async function findConcerned(
  db: Db,
  { role, unit }: ChatWithUnit,
  others: Recipient[],
): Promise<Recipient[]> {
  if (role !== 'unit' && role !== 'office') return [];
  const offices = (await findOfficeChats(db)).filter(({ state }) => state === 'active');
  if (role === 'office') return [...offices, ...(await findPrivateChatsOf(db, 'owner', null))];
  if (!unit) return offices;
  const leads = await findPrivateChatsOf(db, 'lead', unit.id);
  const above = unit.parentId
    ? await db.chat.findMany({ where: { role: 'unit', unitId: unit.parentId, state: 'active' } })
    : [];
  const told = [...leads, ...others, ...above, ...offices.filter(({ state }) => state === 'active')];
  return told.length > 0 ? told : findPrivateChatsOf(db, 'owner', null);
}
