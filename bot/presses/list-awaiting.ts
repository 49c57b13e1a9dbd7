import { showAwaiting } from '../acceptance/show-awaiting.js';
import { getPressed } from '../../services/changes/find-changeable.js';
import type { Press } from '../press.js';

/** Shows what of one directive waits to be accepted. */
export const listAwaitingPress: Press = {
  prefix: 'awaiting',
  ofMany: true,
  async run(ctx, [idPart]) {
    await showAwaiting(ctx, await getPressed(ctx, idPart));
  },
};
