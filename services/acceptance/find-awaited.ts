import { UserError } from '../../core/errors.js';
import { findOpenApproval } from '../../store/approvals.js';
import type { OpenDirective } from '../changes/find-changeable.js';
import { getUnit } from '../find-unit.js';
import { getApproval, type AskedApproval } from '../approvals/find-approval.js';
import type { Deed } from '../deed.js';

/** A unit's `done` that can still be decided on, with its directive. */
export type Awaited = AskedApproval;

/** The request with this id when the speaker may decide it and nobody has. Throws UserError else. */
export async function getAwaited(ctx: Deed, id: number | null): Promise<Awaited> {
  const request = await getApproval(ctx, id, 'acceptance');
  const { cancelled, excused, unit } = request.assignment;
  const { number, state } = request.directive;
  if (request.state === 'overtaken') throw new UserError('acceptance.gone', { number, code: unit.code });
  if (request.state !== 'open') throw new UserError('approval.already');
  if (state === 'cancelled' || cancelled || excused)
    throw new UserError('acceptance.over', { number, code: unit.code });
  return request;
}

/** What a unit said is done of this directive, when it waits and the speaker may decide it. Throws UserError else. */
export async function findAwaited(ctx: Deed, { id, number }: OpenDirective, code: string): Promise<Awaited> {
  const unit = await getUnit(ctx, code.replace(/[:,]$/, ''));
  const asked = await findOpenApproval(ctx.db, { directiveId: id, unitId: unit.id }, 'acceptance');
  if (!asked) throw new UserError('acceptance.notWaiting', { number, code: unit.code });
  return getAwaited(ctx, asked.id);
}
