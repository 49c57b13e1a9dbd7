import { composeCommand } from '../drafts/compose-command.js';

/** Asks only for "received". */
export const askAcknowledgement = composeCommand('acknowledge', ['acknowledge', 'xacnhan']);
