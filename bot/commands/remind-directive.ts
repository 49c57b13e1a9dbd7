import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import { remind } from '../../services/changes/remind-directive.js';
import { replan } from '../../services/changes/replan-directive.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/remind 12`: one reminder now to each group that still owes an answer; `/remind 12 1d, 2h`: another plan from now on. */
export const remindCommand: Command = {
  names: ['remind', 'nhac'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'remind');
    const directive = await findChangeable(ctx, number);
    await answer(ctx, await (rest === '' ? remind(ctx, directive) : replan(ctx, directive, rest)));
  },
};
