import { UserError } from '../../core/errors.js';
import { findApproval } from '../../store/approvals.js';
import { checkRight } from '../changes/find-changeable.js';
import type { Context } from '../context.js';
import type { Decidable } from './decide.js';

/** The request with this id when the speaker may decide it and nobody has. Throws UserError else. */
export async function getDecidable(ctx: Context, id: number | null): Promise<Decidable> {
  const request = id === null ? null : await findApproval(ctx.db, id);
  if (!request) throw new UserError('error.oldButton');
  const { directive } = request.assignment;
  await checkRight(ctx, directive);
  if (directive.number === null) throw new UserError('error.oldButton');
  if (request.state !== 'open') throw new UserError('approval.already');
  return { ...request, directive: { ...directive, number: directive.number } };
}
