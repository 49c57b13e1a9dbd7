import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { isHttps } from '../../config/page-url.js';
import { boardPath } from './board/board-path.js';
import type { Settings } from '../../config/settings.js';

const self = ["'self'"];
const none = ["'none'"];

const policy = {
  defaultSrc: none,
  scriptSrc: self,
  styleSrc: self,
  imgSrc: [...self, 'data:'],
  connectSrc: self,
  formAction: self,
  baseUri: none,
  frameAncestors: none,
};

/** What the board of the queues needs beside that: styles that it writes itself, its addresses from one base. No script more. */
const boardPolicy = { ...policy, styleSrc: [...self, "'unsafe-inline'"], fontSrc: self, baseUri: self };

/** Loads nothing from elsewhere, runs no script and takes no style that stands in the page, shows in no other page's frame. */
export function guardPages(settings: Settings): MiddlewareHandler {
  const [usual, board] = [guardBy(settings, policy), guardBy(settings, boardPolicy)];
  return (c, next) => (isBoard(c) ? board(c, next) : usual(c, next));
}

const isBoard = (c: Context) => c.req.path === boardPath || c.req.path.startsWith(`${boardPath}/`);

function guardBy(settings: Settings, contentSecurityPolicy: typeof policy): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    xFrameOptions: 'DENY',
    // Without a referrer browsers call the origin of a form `null`, and over plain HTTP nothing else tells where it came from.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: isHttps(settings) ? 'max-age=15552000' : false,
    permissionsPolicy: { camera: false, microphone: false, geolocation: false },
  });
}

/** What changes something comes from a page of ours (docs/adr/0018-page.md). */
export function guardForms({ PUBLIC_URL }: Settings): MiddlewareHandler {
  const known = PUBLIC_URL ? new URL(PUBLIC_URL).origin : null;
  return csrf({ origin: (origin, c) => origin === known || hostOf(origin) === c.req.header('host') });
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Nothing of these pages is kept by a browser or a proxy: they hold what others must not see. */
export const keepNothing: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};

/** Whether htmx asks, for a part of a page. */
export const isPartial = (c: Context): boolean => c.req.header('hx-request') === 'true';
