import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { amendPrefix } from '../../services/changes/amendment-draft.js';
import { decideAmendment } from '../dialogues/decide-amendment.js';
import { amendVerbs } from '../drafts/amend-verbs.js';
import type { Press } from '../press.js';

/** The buttons under the preview of a new wording: amend now, discard. Nothing is edited before the first of them. */
export const decideAmendmentPress: Press = {
  prefix: amendPrefix,
  async run(ctx, [idPart, word]) {
    const verb = amendVerbs.find((one) => one === word);
    if (!verb) throw new UserError('error.oldButton');
    await decideAmendment(ctx, parseId(idPart), verb);
  },
};
