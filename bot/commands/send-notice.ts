import { composeCommand } from '../drafts/compose-command.js';

/** Tells; no answer is expected. */
export const sendNotice = composeCommand('notice', ['notice', 'thongbao']);
