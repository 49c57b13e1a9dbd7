import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { findReply, type Reply } from '../../store/replies.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { getTarget } from './find-target.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/** The reply that a button is about. Its own chat may correct it, nobody else. Throws UserError for forged ids. */
export async function getCorrectable(ctx: Context, part: string | undefined): Promise<Reply> {
  const id = parseId(part);
  const reply = id === null ? null : await findReply(ctx.db, id);
  if (!reply || reply.chatId !== ctx.chat.id) throw new UserError('error.oldButton');
  return reply;
}

/** The assignment a reply is about; its row is locked. Throws UserError when it takes no replies any more. */
export async function getReplyTarget(ctx: Context, reply: Reply): Promise<OpenTarget> {
  if (reply.assignmentId === null) throw new UserError('error.oldButton');
  return getTarget(ctx, { assignmentId: reply.assignmentId });
}

/** In a unit's group everybody answers, for that unit alone; elsewhere it needs the right to answer for it. */
export async function requireMayAnswer(ctx: Context, target: OpenTarget): Promise<void> {
  if (ctx.chat.role !== 'unit') await authorise(ctx, 'answer-for-unit', target.unitId);
  else if (ctx.chat.unitId !== target.unitId)
    throw new UserError('reply.otherUnit', { number: target.number });
}
