import { UserError } from '../../core/errors.js';
import { withdrawInvites } from '../../store/invites.js';
import { grantRole, revokeRole } from '../../store/roles.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import type { BoundRole } from './read-grantable.js';
import { sayRole } from './say-role.js';

/** A role that the speaker may give (read-grantable.ts), and the person it is about. */
export interface RoleChange extends BoundRole {
  person: { personId: number; name: string };
}

/** Gives a person a role. Throws UserError when they have it. Returns what to say. */
export async function giveRole(ctx: Deed, { kind, unit, person }: RoleChange): Promise<string> {
  const { db, t } = ctx;
  const isNew = await grantRole(db, {
    ...{ personId: person.personId, kind, unitId: unit?.id ?? null },
    grantedById: getSpeaker(ctx).personId,
  });
  const values = { name: person.name, role: sayRole(t, kind, unit) };
  if (!isNew) throw new UserError('roles.already', values);
  await audit(ctx, 'grant-role', `person:${person.personId}`, { kind, unit: unit?.code ?? null });
  return t('roles.granted', values);
}

/** Takes a role from a person. Throws UserError when they have it not, or must keep it. Returns what to say. */
export async function takeRole(ctx: Deed, { kind, unit, person }: RoleChange): Promise<string> {
  const { db, t } = ctx;
  const outcome = await revokeRole(db, person.personId, { kind, unitId: unit?.id ?? null });
  const values = { name: person.name, role: sayRole(t, kind, unit) };
  if (outcome !== 'revoked') throw new UserError(`roles.${outcome}`, values);
  // Codes that the person handed out with the role must not outlive it.
  await withdrawInvites(db, person.personId);
  await audit(ctx, 'revoke-role', `person:${person.personId}`, { kind, unit: unit?.code ?? null });
  return t('roles.revoked', values);
}
