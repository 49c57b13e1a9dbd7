import { findBranches } from '../../core/authorise.js';
import { pathOf } from '../../core/tree.js';
import { listRoles, type HeldRole } from '../../store/roles.js';
import { listUnits } from '../../store/units.js';
import type { Asking } from '../deed.js';

/** Who holds which role. An issuer sees those in their branch only. */
export async function listSeenRoles({ db, speaker }: Pick<Asking, 'db' | 'speaker'>): Promise<HeldRole[]> {
  const branches = findBranches(speaker?.roles ?? [], 'grant-lead');
  const units = await listUnits(db);
  const isSeen = ({ unitId }: HeldRole) =>
    branches === 'all' || (unitId !== null && pathOf(units, unitId).some((id) => branches.includes(id)));
  return (await listRoles(db)).filter(isSeen);
}
