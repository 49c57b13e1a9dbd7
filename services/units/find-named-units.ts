import { parseAudience } from '../../core/audience/audience.js';
import { resolveAudience } from '../../core/audience/resolve-audience.js';
import { listSavedAudiences } from '../../store/audiences.js';
import type { Watcher } from '../../store/progress.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Deed } from '../deed.js';

/**
 * The units that the words name as recipients are named (`XA01`, `các xã`, `Xã An Bình`), as far as this person sees
 * them; null when the words name something else.
 */
export async function findNamedUnits(
  ctx: Pick<Deed, 'db'>,
  words: string,
  { unitIds: seen }: Watcher,
): Promise<Unit[] | null> {
  const units = await listUnits(ctx.db);
  const terms = parseAudience(words);
  const { unitIds, unknown } = resolveAudience(terms, units, 'all', await listSavedAudiences(ctx.db));
  if (unknown.length > 0 || unitIds.length === 0) return null;
  const named = new Set(unitIds);
  const visible = seen && new Set(seen);
  return units.filter(({ id }) => named.has(id) && (!visible || visible.has(id)));
}
