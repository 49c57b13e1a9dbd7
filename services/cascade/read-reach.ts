import { isAllowed } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { pathOf } from '../../core/tree.js';
import { findPassedPart } from '../../store/cascade.js';
import { listPaths, listUnits, type Unit } from '../../store/units.js';
import { getSpeaker } from '../authorise.js';
import type { Asking } from '../deed.js';

/** Whether the speaker may pass on what a unit got: its lead, or an admin of its branch. */
export async function mayPassOn(ctx: Pick<Asking, 'db' | 'speaker'>, unitId: number): Promise<boolean> {
  const path = pathOf(await listPaths(ctx.db, [unitId]), unitId);
  return isAllowed(getSpeaker(ctx).roles, 'pass-on', path);
}

/**
 * The units right below, to which a part may be passed on. Those further down get it from them: so a report can tell what
 * counts already in the part above (ADR 19). Throws UserError without the right to, or when the part is gone.
 */
export async function listReach(ctx: Asking, passedFromId: number): Promise<Unit[]> {
  const part = await findPassedPart(ctx.db, passedFromId);
  if (!part) throw new UserError('error.oldButton');
  if (!(await mayPassOn(ctx, part.unitId)))
    throw new UserError('cascade.notLead', { code: part.unit.code, name: part.unit.name });
  return (await listUnits(ctx.db)).filter(({ parentId }) => parentId === part.unitId);
}
