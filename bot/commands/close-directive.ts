import { end } from '../changes/end-directive.js';
import type { Command } from '../command.js';

/** `/close 12`: no more answers are expected. */
export const closeCommand: Command = {
  names: ['close', 'dong'],
  places: ['private', 'office'],
  right: 'change-directive',
  run: (ctx, args) => end(ctx, args, 'closed'),
};
