import { Hono } from 'hono';
import type { Runtime } from '../config/runtime.js';
import { ownFiles, parseReportRef } from '../core/report/report-ref.js';
import { makeReportFile } from '../reports/report-file.js';
import { findSharedFile } from '../store/shared-files.js';

export const filesPath = '/files';

/** Photos that one channel shows by their address while another holds them, and reports. Anything else is not there. */
export function fileRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  app.get(`${filesPath}/:token`, async (c) => {
    const file = await findSharedFile(runtime.db, c.req.param('token'));
    const bytes = file && (await open(runtime, file));
    const type = bytes && typeOf(bytes);
    if (!bytes || !type) return c.text('Not found.', 404);
    const format = file.channel === ownFiles ? parseReportRef(file.ref)?.format : undefined;
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      ...(type === download ? { 'content-disposition': `attachment; filename="report.${format}"` } : {}),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });
  return app;
}

const download = 'application/octet-stream';

function open(runtime: Runtime, { channel, ref }: { channel: string; ref: string }) {
  return channel === ownFiles ? makeReportFile(runtime, ref) : runtime.channels.get(channel)?.openFile?.(ref);
}

/** By its first bytes: a name or header from outside proves nothing, and a page must never be served from here. */
function typeOf(bytes: Uint8Array): string | null {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  const isZip = begins(0x50, 0x4b, 0x03, 0x04);
  return isZip || begins(0x25, 0x50, 0x44, 0x46) ? download : null;
}
