import { isAllowedSomewhere, type Action, type RoleGrant, type RoleKind } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { Unit } from '../../store/units.js';
import { authorise, authoriseSomewhere } from '../authorise.js';
import type { Deed } from '../deed.js';
import { getUnit } from '../find-unit.js';

/** A role with the unit it is bound to; null where it holds for the whole organisation. */
export interface BoundRole {
  kind: RoleKind;
  unit: Unit | null;
}

/**
 * The role with the unit that `word` names, if the speaker may give and take it. Throws UserError when not, and `form`
 * where the kind needs a unit or takes none.
 */
export async function readGrantable(
  ctx: Pick<Deed, 'db' | 'speaker'>,
  kind: RoleKind,
  word: string | undefined,
  form: string,
): Promise<BoundRole> {
  authoriseSomewhere(ctx, 'grant-lead'); // a stranger does not learn which codes exist
  const isBound = kind === 'issuer' || kind === 'lead';
  if (isBound && word === undefined) throw new UserError(form);
  if (word !== undefined && (kind === 'owner' || kind === 'admin')) throw new UserError(form);
  const unit = word === undefined ? null : await getUnit(ctx, word);
  await authorise(ctx, grantAction(kind), kind === 'owner' ? null : (unit?.id ?? null));
  return { kind, unit };
}

/** What somebody must be allowed to give or take this role: only an owner makes owners; an issuer makes leads of the branch. */
export function grantAction(kind: RoleKind): Action {
  if (kind === 'owner') return 'grant-owner';
  return kind === 'lead' ? 'grant-lead' : 'grant-role';
}

/** The kinds of role that somebody with these roles gives at all, be it in their branch alone. */
export function grantableKinds(roles: readonly RoleGrant[]): RoleKind[] {
  if (!isAllowedSomewhere(roles, 'grant-lead')) return [];
  if (!isAllowedSomewhere(roles, 'grant-role')) return ['lead'];
  return [
    ...(isAllowedSomewhere(roles, 'grant-owner') ? (['owner'] as const) : []),
    'admin',
    'issuer',
    'lead',
    'viewer',
  ];
}
