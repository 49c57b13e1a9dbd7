import { closeDialogue } from '../../store/dialogues.js';
import { findChangeable, type OpenDirective } from '../../services/changes/find-changeable.js';
import type { Context } from '../context.js';
import { askStep } from './ask-step.js';
import { previewAmendment } from './decide-amendment.js';
import type { Dialogue } from './dialogue.js';

const kind = 'amend';

/** Asks for the new wording of a directive. */
export async function startAmending(ctx: Context, directive: OpenDirective): Promise<void> {
  const { t } = ctx;
  const { number, title } = directive;
  const text = t('change.ask', { number, title });
  const cancel = t('compose.option.cancel');
  await askStep(ctx, { kind, step: 'text', data: { number }, options: [], text, cancel });
}

/** The new wording, as a message of its own: it is shown first. What can't be taken is said, and the question stands. */
export const amendDialogue: Dialogue = {
  kind,
  isAboutSent: true,
  async take(ctx, row, { text }) {
    const { number } = row.data as { number: number };
    const directive = await findChangeable(ctx, number);
    await closeDialogue(ctx.db, row.id);
    await previewAmendment(ctx, directive, text);
  },
};
