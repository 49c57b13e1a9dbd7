import { isAllowed } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { deleteApiToken } from '../../store/api-tokens.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';

/** Ends a token of the speaker's own, or anybody's for those who look after access. Returns what to say. Throws UserError. */
export async function revokeToken(ctx: Deed, id: number): Promise<string> {
  const { personId, roles } = getSpeaker(ctx);
  const name = await deleteApiToken(ctx.db, id, isAllowed(roles, 'manage-access', []) ? null : personId);
  if (name === null) throw new UserError('access.fault.gone');
  await audit(ctx, 'revoke-token', 'office', { name });
  return ctx.t('access.revoked', { name });
}
