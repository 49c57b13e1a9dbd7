import { UserError } from '../../core/errors.js';
import { isAwaiting } from '../../core/replies/answer-state.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import {
  findAnswerTarget,
  listOpenItems,
  type AnswerTarget,
  type OpenItem,
  type TargetKey,
} from '../../store/answers.js';
import type { Context } from '../context.js';
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

/** Throws UserError unless this takes replies. */
export function requireOpen(target: AnswerTarget): OpenTarget {
  const { number, directiveState, assignmentId, unitId, unitCode, mergedInto } = target;
  if (mergedInto !== null) throw new UserError('reply.merged', { number, into: mergedInto });
  if (directiveState === 'cancelled' || (directiveState === 'open' && target.cancelled))
    throw new UserError('reply.cancelled', { number });
  if (directiveState === 'closed') throw new UserError('reply.closed', { number });
  if (directiveState !== 'open') throw new UserError('reply.unknown', { number });
  if (target.kind === 'notice') throw new UserError('reply.notice', { number });
  if (assignmentId === null || unitId === null || unitCode === null)
    throw new UserError('reply.notYours', { number });
  return { ...target, assignmentId, unitId, unitCode };
}

/** What a text without a code may mean, most urgent first: what is still owed, else all that is open. */
export async function listMeant(ctx: Context, unitIds: number[]): Promise<OpenItem[]> {
  const open = (await listOpenItems(ctx.db, unitIds)).sort(compareUrgency);
  const owed = open.filter((item) => item.doneAt === null && !isAwaiting(item));
  return owed.length > 0 ? owed : open;
}
