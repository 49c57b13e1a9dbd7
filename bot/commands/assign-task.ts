import { composeCommand } from '../drafts/compose-command.js';

/** Gives work with progress expected: `/assign all due 17:00 30/11/2026`, title and body below. */
export const assignTask = composeCommand('task', ['assign', 'giao']);
