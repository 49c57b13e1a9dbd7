import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Runtime } from '../../config/runtime.js';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { findApiToken, type ApiToken } from '../../store/api-tokens.js';
import { remoteAddress } from '../admin/remote-address.js';
import { ApiFault } from './problem.js';
import type { Route } from './route.js';

/** A program that asks more often should listen to webhooks. */
const requestsAMinute = 300;
/** A token cannot be guessed; this keeps the trying from costing us anything. */
const strangersAMinute = 30;

/** Says who asks, by the token they bring, and stops what is too often, not theirs, or beyond the token. Throws ApiFault. */
export function createAuthenticate(runtime: Runtime) {
  const requests = new RateLimiterMemory({ points: requestsAMinute, duration: 60 });
  const strangers = new RateLimiterMemory({ points: strangersAMinute, duration: 60 });
  return async (c: Context, { scope, right }: Route): Promise<ApiToken> => {
    const { db, clock, settings } = runtime;
    const key = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const token = key === undefined ? null : await findApiToken(db, key, clock.now());
    if (!token) {
      await count(c, strangers, remoteAddress(c, settings));
      c.header('www-authenticate', 'Bearer realm="giaoban"');
      throw new ApiFault(401, 'token');
    }
    await count(c, requests, String(token.id));
    if (!token.scopes.includes(scope)) throw new ApiFault(403, 'scope', { detail: `scope: ${scope}` });
    const { roles } = token.speaker;
    if (!isAllowedSomewhere(roles, 'use-api') || !isAllowedSomewhere(roles, right))
      throw new ApiFault(403, 'error.notAllowed');
    return token;
  };
}

async function count(c: Context, limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    c.header('retry-after', String(Math.ceil(error.msBeforeNext / 1000)));
    throw new ApiFault(429, 'too-often');
  }
}
