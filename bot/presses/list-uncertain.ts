import { labelOf } from '../../channels/platform-name.js';
import { parseId } from '../../core/action.js';
import { buildUncertainPage } from '../../core/card.js';
import { UserError } from '../../core/errors.js';
import { findCardFacts } from '../../store/card-facts.js';
import { findDirective } from '../../store/directives.js';
import { checkRight } from '../changes/find-changeable.js';
import { answer } from '../context.js';
import type { Press } from '../press.js';

/** The uncertain groups with their buttons, page by page, when they are too many for the card. */
export const listUncertain: Press = {
  prefix: 'unsure',
  async run(ctx, [idPart, pagePart = '']) {
    const id = parseId(idPart);
    const page = /^\d{1,4}$/.test(pagePart) ? Number(pagePart) : null;
    const directive = id === null ? null : await findDirective(ctx.db, id);
    if (!directive || page === null) throw new UserError('error.oldButton');
    await checkRight(ctx, directive);
    const facts = await findCardFacts(ctx.db, directive.id, (channel) =>
      labelOf(ctx.runtime.channels, channel),
    );
    const content = facts && buildUncertainPage(ctx.t, facts, page);
    if (!content) throw new UserError('card.toast.already');
    await answer(ctx, content);
  },
};
