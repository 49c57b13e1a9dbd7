import { z } from 'zod';
import type { Call } from '../http/call.js';

const fileSchema = z.object({ file_path: z.string().min(1) });
/** Bots may fetch files of 20 MB at most (https://core.telegram.org/bots/api#getfile). */
const limitMs = 20_000;

/** The bytes of a file that Telegram holds; null when they can't be had. The address has the token in it: no error leaves here. */
export async function openFile(
  call: Call,
  { apiRoot, token }: { apiRoot: string; token: string },
  ref: string,
): Promise<Uint8Array | null> {
  try {
    const { file_path } = fileSchema.parse(await call('getFile', { file_id: ref }));
    const path = file_path.split('/').map(encodeURIComponent).join('/');
    const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${path}`;
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(limitMs) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null; // gone, too large or away: whoever asked sees that there is no file
  }
}
