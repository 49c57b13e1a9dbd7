import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { findDirective } from '../../store/directives.js';
import { acceptAll } from '../acceptance/accept-all.js';
import { showAwaiting } from '../acceptance/show-awaiting.js';
import { checkRight } from '../changes/find-changeable.js';
import { rewrite, toast } from '../context.js';
import type { Press } from '../press.js';

/** *Accept these*: the units of the list that the button stands under, and nobody who came later. */
export const acceptAllPress: Press = {
  prefix: 'accall',
  async run(ctx, [idPart, lastPart]) {
    const [id, last] = [parseId(idPart), parseId(lastPart)];
    const directive = id === null ? null : await findDirective(ctx.db, id);
    if (!directive || directive.number === null || last === null) throw new UserError('error.oldButton');
    await checkRight(ctx, directive);
    const open = { ...directive, number: directive.number };
    const line = await acceptAll(ctx, open, last);
    await rewrite(ctx, say(line));
    await toast(ctx, line);
    await showAwaiting(ctx, open, { isRest: true });
  },
};
