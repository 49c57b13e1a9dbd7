import { closeDialogue, findDialogue } from '../../store/dialogues.js';
import type { Context } from '../context.js';
import { dialogues } from './dialogues.js';

/**
 * Who turns to other work has left the question about work that is out: the next words meant for nobody would be taken
 * for its answer.
 */
export async function endQuestion(ctx: Context): Promise<void> {
  const { role } = ctx.chat;
  if (!ctx.speaker || (role !== 'private' && role !== 'office')) return;
  const place = { chatId: ctx.chat.id, personId: ctx.speaker.personId };
  const row = await findDialogue(ctx.db, place);
  if (row && dialogues.some(({ kind, isAboutSent }) => kind === row.kind && isAboutSent))
    await closeDialogue(ctx.db, row.id);
}
