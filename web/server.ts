import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Server } from 'node:http';
import type { Intake } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { adminRoutes } from './admin/routes.js';
import { fileRoutes } from './files.js';
import { healthRoutes } from './health.js';
import { lazily } from './lazily.js';
import { listen } from './listen.js';
import { metricsRoutes } from './metrics.js';
import { sandboxRoutes } from './sandbox/routes.js';
import { webhookRoutes } from './webhooks.js';

/** All routes of the process. Tests call it without a port: app.request('/healthz'). */
export function createWebApp(runtime: Runtime, intake: Intake): Hono {
  const app = new Hono();
  app.route('/', healthRoutes(runtime));
  app.route('/', metricsRoutes(runtime));
  app.route('/', fileRoutes(runtime));
  app.route('/', webhookRoutes(runtime, intake));
  app.route('/', adminRoutes(runtime));
  app.route(
    '/',
    lazily('/api', async () => (await import('./api/api.js')).apiRoutes(runtime)),
  );
  if (runtime.channels.has('sandbox')) app.route('/', sandboxRoutes(runtime, intake));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse(); // refused by a guard, not broken
    runtime.log.error({ path: c.req.path, error: error.message }, 'request failed');
    return c.text('Something went wrong on our side.', 500);
  });
  return app;
}

/** Throws a sentence for the operator where it cannot listen. */
export async function startServer(runtime: Runtime, intake: Intake): Promise<Server> {
  const server = createAdaptorServer({ fetch: createWebApp(runtime, intake).fetch }) as Server;
  await listen(server, runtime.settings);
  return server;
}

/** How long a request under way may take to end. Pages that listen for changes never end by themselves. */
const stopGraceMs = 1_500;

/** Takes no new requests; resolves when none is under way. */
export async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = setTimeout(() => server.closeAllConnections(), stopGraceMs);
  await closed;
  clearTimeout(cut);
}
