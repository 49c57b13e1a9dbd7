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
  take(ctx: Context, row: DialogueRow, answer: DialogueAnswer): Promise<void>;
}

/** Long enough to look something up, short enough that nobody has forgotten what was asked. */
export const dialogueMs = 3600 * 1000;

export const readAnswer = ({ text, attachments }: InboundMessage): DialogueAnswer => ({
  text,
  isPress: false,
  attachments,
});
