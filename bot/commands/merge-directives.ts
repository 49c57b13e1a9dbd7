import { UserError } from '../../core/errors.js';
import { mergeDirectives } from '../../services/corrections/merge-directives.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

/** `/merge 13 12`: #13 is the same work as #12 and was sent twice; from now on it counts once, in #12. */
export const mergeCommand: Command = {
  names: ['merge', 'gop'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const match = /^#?(\d{1,9})\s+(?:(?:vào|vao|into|to)\s+)?#?(\d{1,9})$/iu.exec(args);
    if (!match) throw new UserError('correct.usageMerge');
    await answer(ctx, await mergeDirectives(ctx, Number(match[1]), Number(match[2])));
  },
};
