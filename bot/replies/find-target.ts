import { UserError } from '../../core/errors.js';
import { isAwaiting } from '../../core/replies/answer-state.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import { findAnswerTarget, listOpenItems, type OpenItem, type TargetKey } from '../../store/answers.js';
import type { Context } from '../context.js';
import { requireOpen } from '../../services/replies/require-open.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/** The open assignment with this name. Throws UserError, one sentence for each reason why there is none. */
export async function getTarget(ctx: Context, key: TargetKey): Promise<OpenTarget> {
  const target = await findAnswerTarget(ctx.db, key, { chatId: ctx.chat.id, now: ctx.now });
  if (!target) {
    if ('number' in key) throw new UserError('reply.unknown', { number: key.number });
    throw new UserError('error.oldButton');
  }
  return requireOpen(target);
}

/** What a text without a code may mean, most urgent first: what is still owed, else all that is open. */
export async function listMeant(ctx: Context, unitIds: number[]): Promise<OpenItem[]> {
  const open = (await listOpenItems(ctx.db, unitIds)).sort(compareUrgency);
  const owed = open.filter((item) => item.doneAt === null && !isAwaiting(item));
  return owed.length > 0 ? owed : open;
}
