import { UserError } from '../../core/errors.js';
import { findApproval, type Approval } from '../../store/approvals.js';
import { requireChangeable, type OpenDirective } from '../changes/find-changeable.js';
import type { Deed } from '../deed.js';

/** A request about a directive that was sent. */
export type AskedApproval = Approval & { directive: OpenDirective };

/** The request of this kind with this id, in whatever state, when the speaker may decide it. Throws UserError else. */
export async function getApproval(
  ctx: Deed,
  id: number | null,
  kind: Approval['kind'],
): Promise<AskedApproval> {
  const request = id === null ? null : await findApproval(ctx.db, id);
  if (request?.kind !== kind) throw new UserError('error.oldButton');
  return { ...request, directive: await requireChangeable(ctx, request.assignment.directive) };
}
