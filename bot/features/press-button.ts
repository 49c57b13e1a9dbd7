import { decodeAction } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import type { Feature } from '../feature.js';
import { endCircle } from '../context.js';
import { findPress } from '../presses.js';

/** A button was pressed. One that nobody made, or that an old version made, is answered with what to do. */
export const pressFeature: Feature = {
  name: 'press-button',
  async handle(ctx) {
    if (ctx.event.kind !== 'press') return false;
    const action = decodeAction(ctx.event.action);
    const press = action && findPress(action.prefix);
    if (!press) throw new UserError('error.oldButton');
    await press.run(ctx, action.parts, ctx.event);
    endCircle(ctx); // whose answer is a message has shown no text at the button
    return true;
  },
};
