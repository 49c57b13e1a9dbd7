import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** Headers that only a proxy adds: behind one, a loopback address says nothing about where the request began. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Loads nothing from elsewhere, runs no script that stands in the page, and shows in no other page's frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Whoever opens the sandbox may speak as anyone, so it answers this machine only, whatever address the server listens
 * on: the connection and the Host header must be loopback (DNS rebinding), and what changes something must come from
 * the sandbox's own page (cross-site requests).
 */
export function guardSandbox(): MiddlewareHandler {
  return async (c, next) => {
    if (!isLocal(c)) return c.text('The sandbox answers this machine only.', 403);
    if (c.req.method !== 'GET' && !isOwnPage(c)) return c.text('The request comes from another page.', 403);
    await next();
    c.header('Content-Security-Policy', contentPolicy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}

function isLocal(c: Context): boolean {
  if (proxyHeaders.some((name) => c.req.header(name) !== undefined)) return false;
  return isLoopbackAddress(remoteAddress(c)) && isLoopbackHost(c.req.header('host') ?? '');
}

function remoteAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return ''; // no connection behind the request: nothing to trust
  }
}

export function isLoopbackAddress(address: string): boolean {
  return /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address) || address === '::1';
}

export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

/** Browsers send Origin with every such request; JSON as type makes them ask first when it comes from elsewhere. */
function isOwnPage(c: Context): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined && origin !== `http://${c.req.header('host')}`) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return /^application\/json\b/i.test(c.req.header('content-type') ?? '');
}
