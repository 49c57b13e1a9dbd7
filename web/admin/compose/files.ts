import type { Attachment } from '../../../core/message.js';
import type { Asking, Deed } from '../../../services/deed.js';
import { findOwnDraft } from '../../../services/drafts/find-draft.js';
import { keepFile } from '../../../services/drafts/keep-file.js';
import type { Form } from '../page.js';
import type { Fields } from './fields.js';

/** The file that a form brings; null where none was chosen. */
export function fileOf({ file }: Form): File | null {
  return file instanceof File && file.size > 0 ? file : null;
}

/** What goes along with the draft that is being changed. */
export async function findKept(ctx: Pick<Asking, 'db' | 'speaker'>, fields: Fields): Promise<Attachment[]> {
  const before = fields.replaces === undefined ? null : await findOwnDraft(ctx, fields.replaces);
  return fields.dropFile ? [] : ((before?.attachments ?? []) as unknown as Attachment[]);
}

/** What goes along: the file that the form brings, else what did before. Throws UserError for what can't. */
export async function readFiles(deed: Deed, form: Form, fields: Fields): Promise<Attachment[]> {
  const file = fileOf(form);
  if (!file) return findKept(deed, fields);
  return [await keepFile(deed, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })];
}
