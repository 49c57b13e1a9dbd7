import { parseUpload } from '../core/files/upload-ref.js';
import type { Attachment } from '../core/message.js';
import { ownFiles } from '../core/report/report-ref.js';
import { findUpload } from '../store/uploads.js';
import { makeReportFile, type FileMeans } from './report-file.js';

type Ref = Pick<Attachment, 'channel' | 'ref'>;

/** Whether it is ours to hand out: a report, or a file that was brought to the page. */
export const isOurs = (file: Ref): boolean => file.channel === ownFiles || parseUpload(file) !== null;

/** A file of ours; null when there is none (any more). */
export async function openOwnFile(means: FileMeans, file: Ref): Promise<Uint8Array | null> {
  if (file.channel === ownFiles) return makeReportFile(means, file.ref);
  const id = parseUpload(file);
  return id === null ? null : ((await findUpload(means.db, id))?.bytes ?? null);
}
