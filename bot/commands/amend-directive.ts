import { startAmending } from '../dialogues/amend-directive.js';
import { applyAmendment } from '../../services/changes/apply-amendment.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/amend 12` with the new title and text in the lines below it; alone, the bot asks for them. */
export const amendCommand: Command = {
  names: ['amend', 'sua'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'amend');
    const directive = await findChangeable(ctx, number);
    if (rest === '') await startAmending(ctx, directive);
    else await answer(ctx, await applyAmendment(ctx, directive, rest));
  },
};
