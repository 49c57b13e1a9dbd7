import { UserError } from '../../core/errors.js';
import { getApproval, type AskedApproval } from '../approvals/find-approval.js';
import type { Context } from '../context.js';

/** A unit's `done` that can still be decided on, with its directive. */
export type Awaited = AskedApproval;

/** The request with this id when the speaker may decide it and nobody has. Throws UserError else. */
export async function getAwaited(ctx: Context, id: number | null): Promise<Awaited> {
  const request = await getApproval(ctx, id, 'acceptance');
  const { cancelled, excused, unit } = request.assignment;
  const { number, state } = request.directive;
  if (request.state === 'overtaken') throw new UserError('acceptance.gone', { number, code: unit.code });
  if (request.state !== 'open') throw new UserError('approval.already');
  if (state === 'cancelled' || cancelled || excused)
    throw new UserError('acceptance.over', { number, code: unit.code });
  return request;
}
