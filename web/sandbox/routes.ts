import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Intake } from '../../channels/channel.js';
import type { Runtime } from '../../config/runtime.js';
import { UserError } from '../../core/errors.js';
import { actRoutes } from './act-routes.js';
import { guardSandbox } from './guard.js';
import { chooseLanguage } from './language.js';
import { renderPage } from './page.js';
import { streamRevisions } from './stream.js';
import { viewChat, viewChats } from './view.js';

const publicFolder = new URL('../public/', import.meta.url);
const assets: Record<string, string> = {
  'base.css': 'text/css; charset=utf-8',
  'sandbox.css': 'text/css; charset=utf-8',
  'messages.css': 'text/css; charset=utf-8',
  'sandbox.js': 'text/javascript; charset=utf-8',
  'pane.js': 'text/javascript; charset=utf-8',
  'composer.js': 'text/javascript; charset=utf-8',
  'message.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};
/** What people type is small; a file's bytes never come here. */
const maxBodyBytes = 128 * 1024;

/** The sandbox's page and what it asks for. Mounted only while the channel is on. */
export function sandboxRoutes(runtime: Runtime, intake: Intake): Hono {
  const app = new Hono();
  app.use('/sandbox', guardSandbox());
  app.use('/sandbox/*', guardSandbox(), bodyLimit({ maxSize: maxBodyBytes }));
  app.get('/sandbox', async (c) => {
    const language = chooseLanguage(c, runtime);
    const overview = await viewChats(runtime);
    const id = c.req.query('chat') ?? overview.chats[0]?.id;
    const chat = id === undefined ? null : await viewChat(runtime, id, language.t);
    return c.html(renderPage(runtime, language, { overview, chat }));
  });
  app.get('/sandbox/assets/:file', (c) => {
    const type = assets[c.req.param('file')];
    if (!type) return c.notFound();
    const path = fileURLToPath(new URL(c.req.param('file'), publicFolder));
    return c.body(readFileSync(path, 'utf8'), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  });
  app.get('/sandbox/chats', async (c) => c.json(await viewChats(runtime)));
  app.get('/sandbox/chats/:id', async (c) => {
    const view = await viewChat(runtime, c.req.param('id'), chooseLanguage(c, runtime).t);
    return view ? c.json(view) : c.notFound();
  });
  app.get('/sandbox/stream', (c) => streamRevisions(c, runtime.db));
  app.route('/sandbox', actRoutes(runtime, intake));
  app.onError((error, c) => {
    if (!(error instanceof UserError)) throw error;
    return c.json({ error: chooseLanguage(c, runtime).t(error.key, error.values) }, 400);
  });
  return app;
}
