import { labelOf } from '../../channels/platform-name.js';
import { buildUncertainPage } from '../../core/card.js';
import { UserError } from '../../core/errors.js';
import { findCardFacts } from '../../store/card-facts.js';
import { getPressed } from '../../services/changes/find-changeable.js';
import { answer } from '../context.js';
import type { Press } from '../press.js';

/** The uncertain groups with their buttons, page by page, when they are too many for the card. */
export const listUncertain: Press = {
  prefix: 'unsure',
  ofMany: true,
  async run(ctx, [idPart, pagePart = '']) {
    const directive = await getPressed(ctx, idPart);
    const page = /^\d{1,4}$/.test(pagePart) ? Number(pagePart) : null;
    if (page === null) throw new UserError('error.oldButton');
    const facts = await findCardFacts(ctx.db, directive.id, (channel) =>
      labelOf(ctx.runtime.channels, channel),
    );
    const content = facts && buildUncertainPage(ctx.t, facts, page);
    if (!content) throw new UserError('card.toast.already');
    await answer(ctx, content);
  },
};
