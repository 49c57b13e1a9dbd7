import { startAmending } from '../dialogues/amend-directive.js';
import { previewAmendment } from '../dialogues/decide-amendment.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';

/** `/amend 12` with the new title and text in the lines below it, which are shown first; alone, the bot asks for them. */
export const amendCommand: Command = {
  names: ['amend', 'sua'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'amend');
    const directive = await findChangeable(ctx, number);
    if (rest === '') await startAmending(ctx, directive);
    else await previewAmendment(ctx, directive, rest);
  },
};
