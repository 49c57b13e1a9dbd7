import { Hono } from 'hono';
import type { Runtime } from '../config/runtime.js';
import { pingDatabase } from '../store/db.js';

/** `/healthz`: the process lives. `/readyz`: it can work, so its database and queue answer. */
export function healthRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const isUp = (check: Promise<void>) =>
      check.then(
        () => true,
        () => false,
      );
    const [database, queue] = await Promise.all([isUp(pingDatabase(runtime.db)), isUp(runtime.queue.ping())]);
    return c.json({ ok: database && queue, database, queue }, database && queue ? 200 : 503);
  });
  return app;
}
