import { UserError } from '../core/errors.js';
import { findUnit, type Unit } from '../store/units.js';
import type { Deed } from './deed.js';

/** The unit with this code. Throws UserError when there is none. */
export async function getUnit(ctx: Pick<Deed, 'db'>, code: string): Promise<Unit> {
  const unit = await findUnit(ctx.db, code);
  if (!unit) throw new UserError('units.unknown', { code });
  return unit;
}
