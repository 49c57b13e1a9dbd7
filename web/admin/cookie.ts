import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isHttps } from '../../config/page-url.js';
import type { Settings } from '../../config/settings.js';

/** A browser takes a `__Host-` cookie from this very host and over HTTPS only. */
const nameOf = (settings: Settings) => (isHttps(settings) ? '__Host-giaoban' : 'giaoban');

/** The key of the browser's session; null when it brought none. */
export const readSessionKey = (c: Context, settings: Settings): string | null =>
  getCookie(c, nameOf(settings)) ?? null;

/** It ends with the browser; the session itself ends earlier or later (store/web-sessions.ts). */
export function writeSessionKey(c: Context, settings: Settings, key: string): void {
  setCookie(c, nameOf(settings), key, attributesOf(settings));
}

export function dropSessionKey(c: Context, settings: Settings): void {
  deleteCookie(c, nameOf(settings), attributesOf(settings));
}

const attributesOf = (settings: Settings) =>
  ({ path: '/', httpOnly: true, secure: isHttps(settings), sameSite: 'Lax' }) as const;
