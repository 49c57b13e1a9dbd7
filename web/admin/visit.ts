import type { Context } from 'hono';
import type { Runtime } from '../../config/runtime.js';
import { localeOf, texts } from '../../locales/texts.js';
import { findWebSession } from '../../store/web-sessions.js';
import { readSessionKey } from './cookie.js';
import type { Form, Visit } from './page.js';

export interface SignedIn {
  visit: Visit;
  sessionKey: string;
  notice: string | null;
}

/** Who asks, by the cookie they brought; null when nobody is signed in. */
export async function findVisit(c: Context, runtime: Runtime, form: Form = {}): Promise<SignedIn | null> {
  const { db, clock, settings } = runtime;
  const sessionKey = readSessionKey(c, settings);
  const now = clock.now();
  const session = sessionKey === null ? null : await findWebSession(db, sessionKey, now);
  if (!session || sessionKey === null) return null;
  const { speaker, channel, notice } = session;
  const locale = localeOf(speaker.locale, settings.ORG_LOCALE);
  const query = new URL(c.req.url).searchParams;
  const params = c.req.param() as Record<string, string>;
  const visit = { runtime, db, now, speaker, channel, locale, t: texts[locale], params, query, form };
  return { visit, sessionKey, notice };
}
