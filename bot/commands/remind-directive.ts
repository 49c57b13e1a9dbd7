import { UserError } from '../../core/errors.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import { remind } from '../../services/changes/remind-directive.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/remind 12`: one reminder now to each group that still owes an answer. */
export const remindCommand: Command = {
  names: ['remind', 'nhac'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'remind');
    if (rest !== '') throw new UserError('change.usage.remind');
    await answer(ctx, await remind(ctx, await findChangeable(ctx, number)));
  },
};
