import { closeDialogue } from '../../store/dialogues.js';
import { answer } from '../context.js';
import { UserError } from '../../core/errors.js';
import { readNewDue } from '../../services/changes/read-new-due.js';
import { grant, refuse, settleMoot } from '../../services/more-time/decide.js';
import { getDecidable } from '../../services/more-time/find-decidable.js';
import { shorten } from '../../services/replies/words.js';
import type { Dialogue } from './dialogue.js';

const longestWord = 300;

/** Another deadline than the one wished for, or the reason of a refusal, in the issuer's own words. */
export const moreTimeDialogue: Dialogue = {
  kind: 'more-time',
  isAboutSent: true,
  async take(ctx, row, { text, isPress }) {
    const { id } = row.data as { id: number };
    const request = await getDecidable(ctx, id);
    const line = (await settleMoot(ctx, request)) ?? (await decide());
    await closeDialogue(ctx.db, row.id);
    await answer(ctx, line);

    async function decide(): Promise<string> {
      if (row.step === 'refuse') return refuse(ctx, request, isPress ? '' : shorten(text, longestWord));
      const { directive, assignment } = request;
      const dueAt = await readNewDue(ctx, directive, assignment.unit, text);
      if (!dueAt) throw new UserError('error.oldButton');
      return grant(ctx, request, dueAt);
    }
  },
};
