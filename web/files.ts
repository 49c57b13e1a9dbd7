import { Hono } from 'hono';
import type { Runtime } from '../config/runtime.js';
import { findSharedFile } from '../store/shared-files.js';

export const filesPath = '/files';

/** Photos that one channel shows by their address while another holds them. Anything else is not there. */
export function fileRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  app.get(`${filesPath}/:token`, async (c) => {
    const file = await findSharedFile(runtime.db, c.req.param('token'));
    const bytes = file && (await runtime.channels.get(file.channel)?.openFile?.(file.ref));
    const type = bytes && typeOf(bytes);
    if (!bytes || !type) return c.text('Not found.', 404);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });
  return app;
}

/** By its first bytes: a name or header from outside proves nothing, and a page must never be served from here. */
function typeOf(bytes: Uint8Array): string | null {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  return null;
}
