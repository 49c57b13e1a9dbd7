import { UserError } from '../../core/errors.js';
import { attachUpload } from '../../core/files/upload-ref.js';
import type { Attachment } from '../../core/message.js';
import { takeUpload } from '../../store/uploads.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';

/** A file that the speaker brought before, to go along with a draft. Throws UserError for others' and what was let go of. */
export async function getOwnFile(ctx: Deed, id: number): Promise<Attachment> {
  const file = await takeUpload(ctx.db, { id, personId: getSpeaker(ctx).personId }, ctx.now);
  if (!file) throw new UserError('files.fault.unknown');
  return attachUpload(file);
}
