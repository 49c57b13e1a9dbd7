import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { findDirective } from '../../store/directives.js';
import { showAwaiting } from '../acceptance/show-awaiting.js';
import { checkRight } from '../changes/find-changeable.js';
import type { Press } from '../press.js';

/** Shows what of one directive waits to be accepted. */
export const listAwaitingPress: Press = {
  prefix: 'awaiting',
  async run(ctx, [idPart]) {
    const id = parseId(idPart);
    const directive = id === null ? null : await findDirective(ctx.db, id);
    if (!directive || directive.number === null) throw new UserError('error.oldButton');
    await checkRight(ctx, directive);
    await showAwaiting(ctx, { ...directive, number: directive.number });
  },
};
