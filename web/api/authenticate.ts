import type { Context } from 'hono';
import type { Runtime } from '../../config/runtime.js';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { findApiToken, type ApiToken } from '../../store/api-tokens.js';
import { countAsks } from '../admin/count-asks.js';
import { remoteAddress } from '../admin/remote-address.js';
import { ApiFault } from './problem.js';
import type { Route } from './route.js';

/** A program that asks more often should listen to webhooks. */
const requestsAMinute = 300;
/** Each may be 10 MB, kept for a week at least. */
const filesAMinute = 20;
/** A token cannot be guessed; this keeps the trying from costing us anything. */
const strangersAMinute = 30;

/** Says who asks, by the token they bring, and stops what is too often, not theirs, or beyond the token. Throws ApiFault. */
export function createAuthenticate(runtime: Runtime) {
  const requests = countAsks(requestsAMinute);
  const strangers = countAsks(strangersAMinute);
  const files = countAsks(filesAMinute);
  return async (c: Context, { kind, scope, right }: Route): Promise<ApiToken> => {
    const { db, clock, settings } = runtime;
    const key = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const token = key === undefined ? null : await findApiToken(db, key, clock.now());
    if (!token) {
      refuse(c, await strangers(remoteAddress(c, settings)));
      c.header('www-authenticate', 'Bearer realm="giaoban"');
      throw new ApiFault(401, 'token');
    }
    refuse(c, await requests(String(token.id)));
    if (!token.scopes.includes(scope)) throw new ApiFault(403, 'scope', { detail: `scope: ${scope}` });
    const { roles } = token.speaker;
    if (!isAllowedSomewhere(roles, 'use-api') || !isAllowedSomewhere(roles, right))
      throw new ApiFault(403, 'error.notAllowed');
    if (kind === 'takes') refuse(c, await files(String(token.id)));
    return token;
  };
}

function refuse(c: Context, seconds: number | null): void {
  if (seconds === null) return;
  c.header('retry-after', String(seconds));
  throw new ApiFault(429, 'too-often');
}
