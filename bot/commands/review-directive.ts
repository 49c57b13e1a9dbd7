import { UserError } from '../../core/errors.js';
import type { Command } from '../command.js';
import { showSummary } from './show-summary.js';

/** `/soket 12`, `/review #12`: one directive over its life. What else a summary is asked for is read as there. */
export const reviewDirective: Command = {
  ...showSummary,
  names: ['review', 'soket'],
  async run(ctx, args) {
    if (args === '') throw new UserError('summary.reviewForm');
    await showSummary.run(ctx, args.replace(/^\d{1,9}(?=\s|$)/, '#$&'));
  },
};
