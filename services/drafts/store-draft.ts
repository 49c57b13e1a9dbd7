import { defaultAnswer } from '../../core/compose/answer-line.js';
import { findDirective, type Directive } from '../../store/directives.js';
import { createDraft, discardDraft } from '../../store/drafts.js';
import type { Speaker } from '../../store/people.js';
import type { Deed } from '../deed.js';
import { explainSettled } from './find-draft.js';
import { checkText, readTargets, type DraftWords } from './words.js';

/** Stores a directive as a draft. With `replaces`, the draft before it is void. Throws UserError. */
export async function storeDraft(
  ctx: Deed,
  speaker: Speaker,
  words: DraftWords,
  replaces: number | null = null,
): Promise<Directive> {
  const { targets, attachments, passedFromId, ...rest } = words;
  checkText(words.title, words.body);
  const unitIds = await readTargets(ctx, speaker, targets, { passedFromId });
  if (replaces !== null) await replaceDraft(ctx, replaces);
  return createDraft(ctx.db, {
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
}

/** One that waited for its time may have gone out while it was being changed: then there is nothing left to replace. */
async function replaceDraft(ctx: Deed, id: number): Promise<void> {
  if (await discardDraft(ctx.db, id)) return;
  const before = await findDirective(ctx.db, id);
  if (before?.number) throw await explainSettled(ctx, id);
}
