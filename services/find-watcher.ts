import { findBranches } from '../core/authorise.js';
import { UserError } from '../core/errors.js';
import { branchOf } from '../core/tree.js';
import type { Db } from '../store/db.js';
import type { Speaker } from '../store/people.js';
import type { Watcher } from '../store/progress.js';
import { listUnits } from '../store/units.js';

/** What a person may see of the directives. Throws UserError when that is nothing. */
export async function findWatcher(db: Db, { roles, personId }: Speaker): Promise<Watcher> {
  const branches = findBranches(roles, 'watch');
  if (branches === 'all') return { unitIds: null, personId };
  if (branches.length === 0) throw new UserError('error.notAllowed');
  const units = await listUnits(db);
  return { unitIds: [...new Set(branches.flatMap((id) => branchOf(units, id)))], personId };
}
