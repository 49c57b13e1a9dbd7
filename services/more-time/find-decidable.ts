import { UserError } from '../../core/errors.js';
import { getApproval } from '../approvals/find-approval.js';
import type { Deed } from '../deed.js';
import type { Decidable } from './decide.js';

/** The request with this id when the speaker may decide it and nobody has. Throws UserError else. */
export async function getDecidable(ctx: Deed, id: number | null): Promise<Decidable> {
  const request = await getApproval(ctx, id, 'more-time');
  if (request.state !== 'open') throw new UserError('approval.already');
  return request;
}
