import { parseUpload } from '../../../core/files/upload-ref.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { findViewed } from '../../../store/directive-view.js';
import { findUpload } from '../../../store/uploads.js';
import type { Download } from '../page.js';
import { readNumber } from './directive.js';

/** The file that went out with a directive, where we hold it. */
export const directiveFile: Download = {
  path: '/files/:number',
  right: 'watch',
  async open(visit) {
    const number = readNumber(visit);
    const watcher = await findWatcher(visit.db, visit.speaker);
    const directive = number === null ? null : await findViewed(visit.db, number, watcher);
    const id = directive?.file ? parseUpload(directive.file) : null;
    const file = id === null ? null : await findUpload(visit.db, id);
    // As no page and no picture: what it is, whoever opens it sees.
    return file && { ...file, type: 'application/octet-stream' };
  },
};
