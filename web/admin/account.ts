import { Hono } from 'hono';
import { z } from 'zod';
import type { Runtime } from '../../config/runtime.js';
import { chooseChatLocale } from '../../store/groups.js';
import { endWebSession, endWebSessions, findWebSession } from '../../store/web-sessions.js';
import { dropSessionKey, readSessionKey } from './cookie.js';

const schema = z.union([
  z.object({ locale: z.enum(['vi', 'en']) }),
  z.object({ leave: z.enum(['here', 'everywhere']) }),
]);

/** One's own language, and the ways out. */
export function accountRoutes(runtime: Runtime): Hono {
  const { db, clock, settings } = runtime;
  const app = new Hono();
  app.post('/account', async (c) => {
    const key = readSessionKey(c, settings);
    const session = key === null ? null : await findWebSession(db, key, clock.now());
    const wanted = schema.safeParse(await c.req.parseBody()).data;
    if (!key || !session || !wanted) return c.redirect('/admin', 303);
    const { personId } = session.speaker;
    if ('locale' in wanted) {
      await chooseChatLocale(db, { personId }, wanted.locale);
      return c.redirect('/admin', 303);
    }
    if (wanted.leave === 'everywhere') await endWebSessions(db, personId);
    await endWebSession(db, key);
    dropSessionKey(c, settings);
    return c.redirect('/admin/sign-in', 303);
  });
  return app;
}
