import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { acceptAll } from '../../services/acceptance/accept-all.js';
import { showAwaiting } from '../acceptance/show-awaiting.js';
import { getPressed } from '../../services/changes/find-changeable.js';
import { rewrite, toast } from '../context.js';
import type { Press } from '../press.js';

/** *Accept these*: the units of the list that the button stands under, and nobody who came later. */
export const acceptAllPress: Press = {
  prefix: 'accall',
  async run(ctx, [idPart, lastPart]) {
    const directive = await getPressed(ctx, idPart);
    const last = parseId(lastPart);
    if (last === null) throw new UserError('error.oldButton');
    const line = await acceptAll(ctx, directive, last);
    await rewrite(ctx, say(line));
    await toast(ctx, line);
    await showAwaiting(ctx, directive, { isRest: true });
  },
};
