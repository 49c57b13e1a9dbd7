import type { ApiScope } from '../../core/api-scope.js';
import { UserError } from '../../core/errors.js';
import { createApiToken, listApiTokens } from '../../store/api-tokens.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { tell } from '../tell.js';

/** More than these nobody keeps in mind. */
const mostTokens = 20;
/** How long a token may live, in days; 0: until it is revoked. */
export const tokenLifetimes = [30, 90, 365, 0] as const;
const day = 24 * 3600 * 1000;

export interface TokenWish {
  name: string;
  scopes: readonly ApiScope[];
  days: (typeof tokenLifetimes)[number];
}

/**
 * Makes a token with which a program acts as the speaker's account, and says so in their private chat: a stranger at their
 * page must not make one unseen. Returns the token, which is shown now and never again. Throws UserError.
 */
export async function makeToken(ctx: Deed, { name, scopes, days }: TokenWish): Promise<string> {
  const { db, now, t } = ctx;
  const { accountId, personId } = getSpeaker(ctx);
  if (scopes.length === 0) throw new UserError('access.fault.noScope');
  if ((await listApiTokens(db, personId)).length >= mostTokens)
    throw new UserError('access.fault.tooMany', { count: mostTokens });
  const expiresAt = days === 0 ? null : new Date(now.getTime() + days * day);
  const key = await createApiToken(db, { accountId, name, scopes, expiresAt }, now);
  await audit(ctx, 'make-token', 'office', { name, scopes: [...scopes] });
  await tell(ctx, ctx.chat, t('access.tokenTold', { name }));
  return key;
}
