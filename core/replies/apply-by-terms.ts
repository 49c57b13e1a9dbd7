import { needsAcceptance, type Terms } from '../terms.js';
import { applyReply, unanswered, type AnswerState } from './answer-state.js';
import type { Decision, ReplyKind, Said } from './said.js';

/** What of a directive says how its replies count. */
export interface Asked {
  kind: ReplyKind;
  terms: Terms | null;
}

/**
 * The state after one more reply, by the terms of the directive. Where the issuer accepts, `done` waits as claimed; what
 * was accepted stays so, whatever members say afterwards; what was given back is owed again. What an admin enters needs
 * no acceptance.
 */
export function applyByTerms(asked: Asked, before: AnswerState, said: Said, at: Date): AnswerState {
  if (said.decision) return applyDecision(before, said.decision);
  if (before.state === 'accepted' && !said.isCorrection) return before;
  const { claimedAt } = before;
  const open = claimedAt === null ? before : { ...before, claimedAt: null, doneAt: claimedAt };
  const next = applyReply(asked.kind, open, said, at);
  if (!needsAcceptance(asked) || next.doneAt === null) return next;
  if (said.isCorrection) return { ...next, state: 'accepted' };
  return { ...next, claimedAt: next.doneAt, doneAt: null };
}

/** The state that a series of replies makes, oldest first: the same as applying them one by one. */
export function replayByTerms(asked: Asked, replies: readonly { said: Said; at: Date }[]): AnswerState {
  return replies.reduce((state, { said, at }) => applyByTerms(asked, state, said, at), unanswered);
}

/** It holds also where the words it was made on were edited afterwards. */
function applyDecision(before: AnswerState, decision: Decision): AnswerState {
  if (decision.to === 'accepted')
    return {
      ...before,
      state: 'accepted',
      difficulty: null,
      claimedAt: null,
      doneAt: new Date(decision.doneAt),
    };
  const { acknowledgedAt, note } = before;
  return { ...unanswered, state: 'returned', acknowledgedAt, note };
}
