import type { RoleGrant, RoleKind } from '../core/authorise.js';
import type { Db } from './db.js';

/** Gives a role. Returns false when the person has it already. */
export async function grantRole(
  db: Db,
  grant: RoleGrant & { personId: number; grantedById: number | null },
): Promise<boolean> {
  const { count } = await db.role.createMany({ data: [grant], skipDuplicates: true });
  return count === 1;
}

/** Takes a role. `lastOwner`: somebody must be able to hand out roles, so that one stays. */
export async function revokeRole(
  db: Db,
  personId: number,
  grant: RoleGrant,
): Promise<'revoked' | 'notHeld' | 'lastOwner'> {
  if (grant.kind === 'owner') {
    // Two owners who take the role from each other at once take turns here.
    const owners = await db.$queryRaw<{ personId: number }[]>`
      select "personId" from "Role" where kind = 'owner' for update`;
    if (owners.length === 1 && owners[0]!.personId === personId) return 'lastOwner';
  }
  const { count } = await db.role.deleteMany({ where: { personId, kind: grant.kind, unitId: grant.unitId } });
  return count > 0 ? 'revoked' : 'notHeld';
}

/** Whether the organisation has an owner. */
export async function hasOwner(db: Db): Promise<boolean> {
  return (await db.role.findFirst({ where: { kind: 'owner' }, select: { id: true } })) !== null;
}

/** Every role with the person who holds it and the unit it is bound to; owners first, then by unit. */
export async function listRoles(db: Db) {
  return db.role.findMany({
    include: { unit: true, person: { include: { accounts: { orderBy: { id: 'asc' }, take: 1 } } } },
    orderBy: [{ kind: 'asc' }, { unit: { code: 'asc' } }, { id: 'asc' }],
  });
}

export type HeldRole = Awaited<ReturnType<typeof listRoles>>[number];

/**
 * Private chats in which the holders of a role can be reached: of one unit, or of the whole organisation when null. One
 * for each person: of linked accounts the one that was last heard.
 */
export async function findPrivateChatsOf(db: Db, kind: RoleKind, unitId: number | null) {
  return db.chat.findMany({
    where: { role: 'private', state: 'active', person: { roles: { some: { kind, unitId } } } },
    orderBy: [{ personId: 'asc' }, { lastSeenAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    distinct: ['personId'],
  });
}

/** The roles of one person. */
export async function listRolesOf(db: Db, personId: number): Promise<RoleGrant[]> {
  return db.role.findMany({ where: { personId }, select: { kind: true, unitId: true } });
}
