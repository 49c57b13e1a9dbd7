import { isAllowedSomewhere } from '../core/authorise.js';
import { findIssuerChat, type ChatWithUnit } from './chats.js';
import type { Db } from './db.js';
import { listRolesOf } from './roles.js';

/**
 * Where a decision on a directive is asked for: with its issuer, or, once that person may not decide any more, in an
 * office group, else of an owner. What was passed on a lead of the unit decides.
 */
export async function findDeciderChat(
  db: Db,
  { issuerChatId, passedFromId }: { issuerChatId: number; passedFromId: number | null },
): Promise<ChatWithUnit> {
  const chat = await findIssuerChat(db, issuerChatId);
  if (chat.role !== 'private' || chat.personId === null) return chat;
  const roles = await listRolesOf(db, chat.personId);
  const mayDecide =
    isAllowedSomewhere(roles, 'change-directive') ||
    (passedFromId !== null && isAllowedSomewhere(roles, 'pass-on'));
  return mayDecide ? chat : ((await findDecider(db)) ?? chat);
}

async function findDecider(db: Db): Promise<ChatWithUnit | null> {
  const active = { state: 'active' as const };
  const include = { unit: true };
  const office = { where: { ...active, role: 'office' as const }, orderBy: { id: 'asc' as const }, include };
  const owner = {
    where: {
      ...{ ...active, role: 'private' as const },
      person: { roles: { some: { kind: 'owner' as const } } },
    },
    orderBy: { lastSeenAt: { sort: 'desc' as const, nulls: 'last' as const } },
    include,
  };
  return (await db.chat.findFirst(office)) ?? (await db.chat.findFirst(owner));
}
