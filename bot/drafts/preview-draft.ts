import type { Directive } from '../../store/directives.js';
import type { Speaker } from '../../store/people.js';
import { storeDraft } from '../../services/drafts/store-draft.js';
import type { DraftWords } from '../../services/drafts/words.js';
import { answer, type Context } from '../context.js';
import { buildPreview } from './build-preview.js';

/** Stores the directive as a draft and shows what would go out. With `replaces`, the draft before it is void. */
export async function previewDraft(
  ctx: Context,
  speaker: Speaker,
  words: DraftWords,
  replaces: number | null = null,
): Promise<Directive> {
  const draft = await storeDraft(ctx, speaker, words, replaces);
  await answer(ctx, await buildPreview(ctx, draft));
  return draft;
}
