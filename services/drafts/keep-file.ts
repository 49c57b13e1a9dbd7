import { cleanFileName } from '../../core/files/file-name.js';
import { sniffFile } from '../../core/files/sniff.js';
import { attachUpload } from '../../core/files/upload-ref.js';
import { UserError } from '../../core/errors.js';
import { createUpload } from '../../store/uploads.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';

const megabyte = 1024 * 1024;
/** It goes out once a group. */
export const fileLimit = 10 * megabyte;
/** A larger picture goes out as a file: platforms scale photos down or refuse them. */
const photoLimit = 5 * megabyte;

/** Keeps a file that goes out with a directive. Throws UserError for what is too large, or is nothing that an office sends. */
export async function keepFile(
  ctx: Deed,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<ReturnType<typeof attachUpload>> {
  if (bytes.length > fileLimit) throw new UserError('files.fault.tooLarge', { limit: fileLimit / megabyte });
  const known = sniffFile(bytes);
  if (!known) throw new UserError('files.fault.kind');
  const isPhoto = (known === 'jpeg' || known === 'png') && bytes.length <= photoLimit;
  const file = {
    kind: isPhoto ? ('photo' as const) : ('document' as const),
    name: cleanFileName(name, known),
  };
  const personId = getSpeaker(ctx).personId;
  const id = await createUpload(ctx.db, { ...file, personId, bytes, createdAt: ctx.now });
  return attachUpload({ ...file, id, size: bytes.length });
}
