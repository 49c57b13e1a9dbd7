import { UserError } from '../../core/errors.js';
import { end } from '../../services/changes/end-directive.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/close 12`: no more answers are expected. */
export const closeCommand: Command = {
  names: ['close', 'dong'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'close');
    if (rest !== '') throw new UserError('change.usage.onlyNumber', { number });
    await answer(ctx, await end(ctx, await findChangeable(ctx, number), 'closed'));
  },
};
