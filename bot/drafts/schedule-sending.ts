import { joinLines, plain } from '../../core/message.js';
import { scheduleDraft } from '../../services/drafts/schedule-draft.js';
import { answer, type Context } from '../context.js';
import { offerDecisions, sayDecisions } from './build-preview.js';

/** Gives a draft the time at which it goes out by itself. Throws UserError when it can't be then. */
export async function scheduleSending(ctx: Context, draftId: number, words: string): Promise<void> {
  const said = await scheduleDraft(ctx, draftId, words);
  await answer(ctx, {
    text: joinLines([[plain(said)], ...sayDecisions(ctx, ['send', 'drop'])]),
    ...offerDecisions(ctx, draftId, [['send', 'drop']]),
  });
}
