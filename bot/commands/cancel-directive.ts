import { UserError } from '../../core/errors.js';
import { end } from '../../services/changes/end-directive.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** Another number: two are not cancelled by one command. */
const alsoNumber = /^[#,;]?\s*\d/;

/** `/cancel 12 sent by mistake` takes a directive back, the words being why. Without a number it ends a conversation (features/continue-dialogue.ts). */
export const cancelCommand: Command = {
  names: ['cancel', 'huy'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    if (args === '') throw new UserError('change.nothingToCancel');
    const { number, rest } = readNumber(args, 'cancel');
    if (alsoNumber.test(rest)) throw new UserError('change.usage.cancel');
    await answer(ctx, await end(ctx, await findChangeable(ctx, number), 'cancelled', rest));
  },
};
