import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Intake } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';

/** An update of a chat platform is a few kilobytes; more than this is not one. */
const maxBodyBytes = 1024 * 1024;

/** One route a channel that wants one. The channel checks its own secret and reads its own body. */
export function webhookRoutes(runtime: Runtime, intake: Intake): Hono {
  const app = new Hono();
  for (const { webhook } of runtime.channels.values()) {
    if (!webhook) continue;
    app.post(webhook.path, bodyLimit({ maxSize: maxBodyBytes }), async (c) => {
      const status = await webhook.receive(c.req.raw.headers, await c.req.text(), intake);
      return c.body(null, status);
    });
  }
  return app;
}
