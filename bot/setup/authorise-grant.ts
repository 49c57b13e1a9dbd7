import { isAllowedSomewhere, type Action, type RoleKind } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { Speaker } from '../../store/people.js';
import type { Unit } from '../../store/units.js';
import { authorise, getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { getUnit } from '../../services/find-unit.js';

/** The unit that a role is bound to, from the word behind the role: asked for, allowed or refused by kind. */
export async function readRoleUnit(
  ctx: Context,
  kind: RoleKind,
  word: string | undefined,
  form: string,
): Promise<Unit | null> {
  const isBound = kind === 'issuer' || kind === 'lead';
  if (isBound && word === undefined) throw new UserError(form);
  if (word === undefined) return null;
  if (kind === 'owner' || kind === 'admin') throw new UserError(form);
  return getUnit(ctx, word);
}

/** Who may give or take this role. Only an owner makes owners; leads are also made by an issuer of their branch. */
export async function authoriseGrant(ctx: Context, kind: RoleKind, unitId: number | null): Promise<Speaker> {
  if (kind === 'owner') return authorise(ctx, 'grant-owner');
  if (kind === 'lead') return authorise(ctx, 'grant-lead', unitId);
  return authorise(ctx, 'grant-role', unitId);
}

/** The speaker, if `action` is open to them for any unit at all. Throws UserError when it is not. */
export function authoriseSomewhere(ctx: Context, action: Action): Speaker {
  const speaker = getSpeaker(ctx);
  if (!isAllowedSomewhere(speaker.roles, action)) throw new UserError('error.notAllowed');
  return speaker;
}
