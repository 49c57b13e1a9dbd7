import { findBranches } from '../../core/authorise.js';
import { branchOf } from '../../core/tree.js';
import { listUnits } from '../../store/units.js';
import { getSpeaker } from '../authorise.js';
import type { Asking } from '../deed.js';

/** The units whose people the speaker may see, to give them roles: null for everybody's. */
export async function findPeopleReach(ctx: Pick<Asking, 'db' | 'speaker'>): Promise<number[] | null> {
  const branches = findBranches(getSpeaker(ctx).roles, 'grant-lead');
  if (branches === 'all') return null;
  const units = await listUnits(ctx.db);
  return [...new Set(branches.flatMap((id) => branchOf(units, id)))];
}
