import type { InboundMessage } from '../../core/event.js';
import type { Attachment } from '../../core/message.js';
import type { DialogueRow } from '../../store/dialogues.js';
import type { Context } from '../context.js';

/** What a person answered to a question of the bot: by pressing a button or in their own words. */
export interface DialogueAnswer {
  text: string;
  isPress: boolean;
  attachments: Attachment[];
}

/** One kind of guided conversation. A wrong answer throws UserError: then the question stands as it was. */
export interface Dialogue {
  kind: string;
  /** It asks about work that is out: who turns to other work has left it. */
  isAboutSent?: true;
  take(ctx: Context, row: DialogueRow, answer: DialogueAnswer): Promise<void>;
}

/** Long enough to look something up, short enough that nobody has forgotten what was asked. */
export const dialogueMs = 3600 * 1000;

/** Words a question offers to be taken, in the order of their numbers. */
export const optionsOf = ({ data }: Pick<DialogueRow, 'data'>): string[] =>
  (data as { options?: string[] }).options ?? [];

/** When the question that stands was asked. */
export const askedAt = ({ expiresAt }: Pick<DialogueRow, 'expiresAt'>): Date =>
  new Date(expiresAt.getTime() - dialogueMs);

/** What was said to a question. Where choices are numbered, a number says what the button would. */
export function readAnswer(
  ctx: Context,
  row: DialogueRow,
  { text, attachments }: InboundMessage,
): DialogueAnswer {
  const isNumber = !ctx.channel.capabilities.buttons && /^\d{1,2}$/.test(text.trim());
  const taken = isNumber ? optionsOf(row)[Number(text) - 1] : undefined;
  return { text: taken ?? text, isPress: taken !== undefined, attachments };
}
