import { UserError } from '../../core/errors.js';
import type { AnswerTarget } from '../../store/answers.js';
import type { OpenTarget } from './taken.js';

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
