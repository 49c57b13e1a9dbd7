import { openDialogue } from '../../store/dialogues.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { buildStep, type StepQuestion } from './build-step.js';
import { dialogueMs } from './dialogue.js';

interface OneQuestion extends Pick<StepQuestion, 'text' | 'step' | 'cancel'> {
  kind: string;
  data: object;
  /** Words that may be taken instead of typed. */
  options: string[];
}

/** Begins a conversation of one question, whose choices are called what they say. */
export async function askStep(
  ctx: Context,
  { kind, data, options, text, step, cancel }: OneQuestion,
): Promise<void> {
  const place = { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId };
  const expiresAt = new Date(ctx.now.getTime() + dialogueMs);
  const state = { kind, step, data: { ...data, options }, expiresAt };
  const { id: dialogueId } = await openDialogue(ctx.db, place, state);
  await answer(ctx, buildStep(ctx, { text, dialogueId, step, labels: options, cancel }));
}
