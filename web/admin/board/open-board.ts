import { createRequire } from 'node:module';
import path from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Runtime } from '../../../config/runtime.js';
import { inboxQueue, sendQueue, webhookQueue, workQueue } from '../../../jobs/wake.js';
import { boardPath } from './board-path.js';

/** Letters from a server of another house, which the page would ask for before it shows anything. */
const foreignFont = /<link href="https:\/\/fonts\.googleapis\.com[^>]*>/;

/** The page of every queue there is, on whichever backend: nothing in it can be changed. */
export function openBoard({ queue, channels }: Runtime): Hono {
  const serverAdapter = new HonoAdapter(serveStatic);
  serverAdapter.setBasePath(boardPath);
  const names = [inboxQueue, workQueue, webhookQueue, ...[...channels.keys()].map(sendQueue)];
  createBullBoard({
    queues: names.map(
      (name) => new BullMQAdapter(queue.find(name), { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter,
    options: {
      uiBasePath: path.dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
      uiConfig: { boardTitle: 'Giaoban', miscLinks: [{ text: 'Giaoban', url: '/admin/operations' }] },
    },
  });
  const app = new Hono();
  app.use(`${boardPath}/*`, async (c, next) => {
    await next();
    if (!/^text\/html/.test(c.res.headers.get('content-type') ?? '')) return;
    const page = await c.res.text();
    c.res = new Response(page.replace(foreignFont, ''), c.res);
  });
  app.route(boardPath, serverAdapter.registerPlugin());
  return app;
}
