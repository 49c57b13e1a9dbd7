import { randomInt } from 'node:crypto';
import type { RoleKind } from '../core/authorise.js';
import type { Db } from './db.js';

/** Letters and digits that nobody mistakes for another on a phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code that cannot be guessed (about 49 bits at 10 signs) and can be read out on the telephone. */
export function createCode(length = 10): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export type NewInvite =
  | { purpose: 'unit'; unitId: number; createdById: number; expiresAt: Date }
  | { purpose: 'office'; createdById: number; expiresAt: Date }
  | { purpose: 'role'; role: RoleKind; unitId: number | null; createdById: number; expiresAt: Date }
  | { purpose: 'account'; createdById: number; expiresAt: Date };

/** Makes a one-time code. Returns it. */
export async function createInvite(db: Db, invite: NewInvite): Promise<string> {
  const code = createCode();
  await db.invite.create({ data: { ...invite, code } });
  return code;
}

/** The invitation with this code, used or too old ones too; null when nobody made it. */
export async function findInvite(db: Db, code: string) {
  // Not by a case-insensitive comparison: that is a LIKE, where a guessed `%` would match every code.
  const typed = code.trim();
  return db.invite.findFirst({ where: { code: { in: [typed, typed.toUpperCase()] } } });
}

export type Invite = NonNullable<Awaited<ReturnType<typeof findInvite>>>;

/** Whether an invitation may still be used, and if not, why. */
export function judgeInvite({ usedAt, expiresAt }: Invite, now: Date): 'usable' | 'used' | 'expired' {
  if (usedAt) return 'used';
  return expiresAt && expiresAt <= now ? 'expired' : 'usable';
}

/** The invitation that this person said the code of; null when it was another, or nobody. */
export async function findUsedInvite(db: Db, id: number, usedById: number): Promise<Invite | null> {
  return db.invite.findFirst({ where: { id, usedById } });
}

/** A used code leads nowhere any more. */
export async function endInvite(db: Db, id: number, now: Date): Promise<void> {
  await db.invite.update({ where: { id }, data: { expiresAt: now } });
}

/** Uses up an invitation: true for exactly one of two who try at once. */
export async function claimInvite(
  db: Db,
  id: number,
  by: { now: Date; personId: number | null; chatId: number },
): Promise<boolean> {
  const data = { usedAt: by.now, usedById: by.personId, usedChatId: by.chatId };
  const { count } = await db.invite.updateMany({ where: { id, usedAt: null }, data });
  return count === 1;
}

/** Codes that a person made and nobody used work no more: all, or those of one purpose. */
export async function withdrawInvites(
  db: Db,
  createdById: number,
  purpose?: NewInvite['purpose'],
): Promise<void> {
  await db.invite.deleteMany({ where: { createdById, usedAt: null, ...(purpose ? { purpose } : {}) } });
}

/**
 * The owner's one-time code while the organisation has no owner: the configured one, else a random one that is kept
 * over restarts. Without effect once there is an owner.
 */
export async function ensureOwnerCode(db: Db, configured: string | undefined): Promise<void> {
  if (await db.role.findFirst({ where: { kind: 'owner' } })) return;
  const known = await db.invite.findFirst({ where: { purpose: 'owner', usedAt: null } });
  if (!known) await db.invite.create({ data: { purpose: 'owner', code: configured ?? createCode() } });
  else if (configured && known.code !== configured)
    await db.invite.update({ where: { id: known.id }, data: { code: configured } });
}

/** The owner's code while it can be used; null once there is an owner. */
export async function findOwnerCode(db: Db): Promise<string | null> {
  const invite = await db.invite.findFirst({ where: { purpose: 'owner', usedAt: null } });
  return invite?.code ?? null;
}

/** Codes that can still be used, the newest first; those of the owner and of accounts are for one person alone. */
export async function listOpenInvites(db: Db, now: Date, most: number): Promise<Invite[]> {
  return db.invite.findMany({
    where: { usedAt: null, purpose: { in: ['unit', 'office', 'role'] }, expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
    take: most,
  });
}

/** Withdraws one code that nobody used: true for exactly one of two who try at once. */
export async function withdrawInvite(db: Db, id: number): Promise<boolean> {
  return (await db.invite.deleteMany({ where: { id, usedAt: null } })).count === 1;
}
