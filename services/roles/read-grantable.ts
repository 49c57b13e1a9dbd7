import type { RoleKind } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { Speaker } from '../../store/people.js';
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
  await authoriseGrant(ctx, kind, unit?.id ?? null);
  return { kind, unit };
}

/** Who may give or take this role. Only an owner makes owners; leads are also made by an issuer of their branch. */
export async function authoriseGrant(
  ctx: Pick<Deed, 'db' | 'speaker'>,
  kind: RoleKind,
  unitId: number | null,
): Promise<Speaker> {
  if (kind === 'owner') return authorise(ctx, 'grant-owner');
  if (kind === 'lead') return authorise(ctx, 'grant-lead', unitId);
  return authorise(ctx, 'grant-role', unitId);
}
