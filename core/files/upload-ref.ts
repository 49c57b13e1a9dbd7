import { parseId } from '../action.js';
import type { Attachment } from '../message.js';

/** Files that were brought to the page: we hold them, no platform does. */
export const uploads = 'giaoban.upload';

/** A file that we hold, as a message carries it. */
export const attachUpload = (file: { id: number; kind: Attachment['kind']; name: string; size: number }) =>
  ({
    kind: file.kind,
    channel: uploads,
    ref: String(file.id),
    name: file.name,
    size: file.size,
  }) satisfies Attachment;

/** The id of a file that we hold; null for what others hold. */
export const parseUpload = ({ channel, ref }: Pick<Attachment, 'channel' | 'ref'>): number | null =>
  channel === uploads ? parseId(ref) : null;
