import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

const own = (name: string) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));

const assets: Record<string, { path: string; type: string }> = {
  'base.css': { path: own('base.css'), type: 'text/css; charset=utf-8' },
  'admin.css': { path: own('admin.css'), type: 'text/css; charset=utf-8' },
  'tree.js': { path: own('tree.js'), type: 'text/javascript; charset=utf-8' },
  'icon.svg': { path: own('icon.svg'), type: 'image/svg+xml' },
  'htmx.min.js': {
    path: createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'),
    type: 'text/javascript; charset=utf-8',
  },
};

/** The files that the pages load: these and no others. */
export function assetRoutes(): Hono {
  const app = new Hono();
  app.get('/assets/:file', (c) => {
    const asset = assets[c.req.param('file')];
    if (!asset) return c.notFound();
    const headers = { 'content-type': asset.type, 'cache-control': 'no-cache' };
    return c.body(readFileSync(asset.path, 'utf8'), 200, headers);
  });
  return app;
}
