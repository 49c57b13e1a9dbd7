import { defaultAnswer } from '../../core/compose/answer-line.js';
import { findDirective, type Directive } from '../../store/directives.js';
import type { Speaker } from '../../store/people.js';
import { createDraft, discardDraft } from '../../store/drafts.js';
import { answer, type Context } from '../context.js';
import { buildPreview } from './build-preview.js';
import { explainSettled } from './find-draft.js';
import { checkText, readTargets, type DraftWords } from '../../services/drafts/words.js';

/** Stores the directive as a draft and shows what would go out. With `replaces`, the draft before it is void. */
export async function previewDraft(
  ctx: Context,
  speaker: Speaker,
  words: DraftWords,
  replaces: number | null = null,
): Promise<Directive> {
  const { targets, attachments, passedFromId, ...rest } = words;
  checkText(words.title, words.body);
  const unitIds = await readTargets(ctx, speaker, targets, passedFromId);
  if (replaces !== null) await replaceDraft(ctx, replaces);
  const draft = await createDraft(ctx.db, {
    ...rest,
    answer: words.kind === 'collect' ? (words.answer ?? defaultAnswer) : null,
    audience: targets,
    unitIds,
    attachments: attachments.slice(0, 1),
    issuerId: speaker.personId,
    issuerChatId: ctx.chat.id,
    passedFromId: passedFromId ?? null,
    createdAt: ctx.now,
  });
  await answer(ctx, await buildPreview(ctx, draft));
  return draft;
}

/** One that waited for its time may have gone out while it was being changed: then there is nothing left to replace. */
async function replaceDraft(ctx: Context, id: number): Promise<void> {
  if (await discardDraft(ctx.db, id)) return;
  const before = await findDirective(ctx.db, id);
  if (before?.number) throw await explainSettled(ctx, id);
}
