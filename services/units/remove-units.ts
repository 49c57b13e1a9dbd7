import { UserError } from '../../core/errors.js';
import { lockUnits, removeUnit } from '../../store/units.js';
import { audit } from '../audit.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';
import { getUnit } from '../find-unit.js';

/** Removes units that nothing hangs on, all or none. Returns what to say. Throws UserError for the first that must stay. */
export async function removeUnits(ctx: Deed, codes: readonly string[]): Promise<string> {
  const { db, t } = ctx;
  await authorise(ctx, 'manage-units');
  await lockUnits(db);
  for (const code of codes) {
    const unit = await getUnit(ctx, code);
    const use = await removeUnit(db, unit.id);
    if (use) throw new UserError(`units.inUse.${use}`, { code: unit.code });
    await audit(ctx, 'remove-unit', `unit:${unit.code}`, { name: unit.name });
  }
  const named = codes.map((code) => code.toUpperCase()).join(', ');
  return t('units.removed', { codes: named, count: codes.length });
}
