import { Hono } from 'hono';
import type { Runtime } from '../config/runtime.js';
import { sniffFile } from '../core/files/sniff.js';
import { parseUpload } from '../core/files/upload-ref.js';
import { parseReportRef } from '../core/report/report-ref.js';
import { isOurs, openOwnFile } from '../reports/own-file.js';
import { findSharedFile } from '../store/shared-files.js';
import { findUpload } from '../store/uploads.js';
import { asDownload } from './disposition.js';

export const filesPath = '/files';

/** Photos that one channel shows by their address while another holds them, reports, and what was brought to the page. Anything else is not there. */
export function fileRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  app.get(`${filesPath}/:token{[\\w-]+}`, async (c) => {
    const file = await findSharedFile(runtime.db, c.req.param('token'));
    const bytes = file && (await open(runtime, file));
    const type = bytes && typeOf(bytes);
    if (!bytes || !type) return c.text('Not found.', 404);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      ...(type === download ? { 'content-disposition': asDownload(await nameOf(runtime, file)) } : {}),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });
  return app;
}

interface Shared {
  channel: string;
  ref: string;
}

const download = 'application/octet-stream';

function open(runtime: Runtime, file: Shared) {
  return isOurs(file) ? openOwnFile(runtime, file) : runtime.channels.get(file.channel)?.openFile?.(file.ref);
}

async function nameOf({ db }: Runtime, file: Shared): Promise<string> {
  const id = parseUpload(file);
  const upload = id === null ? null : await findUpload(db, id);
  return upload?.name ?? `report.${parseReportRef(file.ref)?.format ?? 'bin'}`;
}

/** A page must never be served from here. */
function typeOf(bytes: Uint8Array): string | null {
  const kind = sniffFile(bytes);
  if (kind === 'jpeg' || kind === 'png') return `image/${kind}`;
  return kind === null ? null : download;
}
