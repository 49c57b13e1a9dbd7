import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Settings } from '../../config/settings.js';

/**
 * Where a request comes from. Behind the proxy that PUBLIC_URL speaks of every connection is the proxy's: then its own
 * entry counts, the last one, for the others may be invented.
 */
export function remoteAddress(c: Context, { PUBLIC_URL }: Settings): string {
  const forwarded = PUBLIC_URL ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return ''; // no connection behind the request
  }
}
