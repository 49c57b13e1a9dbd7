import { UserError } from '../../core/errors.js';
import { findApproval, type Approval } from '../../store/approvals.js';
import { checkRight, type OpenDirective } from '../changes/find-changeable.js';
import type { Context } from '../context.js';

/** A unit's `done` that can still be decided on, with its directive. */
export type Awaited = Approval & { directive: OpenDirective };

/** The request with this id when the speaker may decide it and nobody has. Throws UserError else. */
export async function getAwaited(ctx: Context, id: number | null): Promise<Awaited> {
  const request = id === null ? null : await findApproval(ctx.db, id);
  if (request?.kind !== 'acceptance') throw new UserError('error.oldButton');
  const { directive, cancelled, excused, unit } = request.assignment;
  await checkRight(ctx, directive);
  const { number, state } = directive;
  if (number === null) throw new UserError('error.oldButton');
  if (request.state === 'overtaken') throw new UserError('acceptance.gone', { number, code: unit.code });
  if (request.state !== 'open') throw new UserError('approval.already');
  if (state === 'cancelled' || cancelled || excused)
    throw new UserError('acceptance.over', { number, code: unit.code });
  return { ...request, directive: { ...directive, number } };
}
