import { UserError } from '../../core/errors.js';
import { end } from '../changes/end-directive.js';
import type { Command } from '../command.js';

/** `/cancel 12` takes a directive back. Without a number it ends a conversation (features/continue-dialogue.ts). */
export const cancelCommand: Command = {
  names: ['cancel', 'huy'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    if (args === '') throw new UserError('change.nothingToCancel');
    await end(ctx, args, 'cancelled');
  },
};
