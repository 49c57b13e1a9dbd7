import { memberKey } from '../quorum/quorum.js';
import { addToTally, sumTally, type Tally } from '../quorum/tally.js';
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
 * no acceptance. What one of several persons says is for replayByTerms: it depends on what the others said.
 */
export function applyByTerms(asked: Asked, before: AnswerState, said: Said, at: Date): AnswerState {
  if (said.isAside) return before;
  if (said.decision) return applyDecision(before, said.decision);
  if (before.state === 'accepted' && !said.isCorrection) return before;
  if (said.below) return hold(asked, takeFromBelow(before, said, said.below, at), said);
  const { claimedAt } = before;
  const open = claimedAt === null ? before : { ...before, claimedAt: null, doneAt: claimedAt };
  return hold(asked, applyReply(asked.kind, open, said, at), said);
}

interface Replay {
  state: AnswerState;
  tally: Tally;
  need: number;
  /** An admin entered the answer: from then on words count one by one again. */
  isEntered: boolean;
  /** What stands is computed from below: it holds until as many have spoken as must. */
  isComputed: boolean;
}

/**
 * The state that a series of replies makes, oldest first: the same as applying them one by one. Where several persons must
 * answer, their words are added up; `members`: who is on the unit's list now, where that decides.
 */
export function replayByTerms(
  asked: Asked,
  replies: readonly { said: Said; at: Date }[],
  members: readonly number[] | null = null,
): AnswerState {
  const keys = members && new Set(members.map(memberKey));
  const counted = replies.filter(({ said }) => !said.by || !keys || keys.has(said.by.key));
  const start: Replay = {
    ...{ state: unanswered, tally: new Map(), need: members?.length ?? 0 },
    ...{ isEntered: false, isComputed: false },
  };
  return counted.reduce((replay, reply) => step(asked, replay, reply, members !== null), start).state;
}

function step(
  asked: Asked,
  replay: Replay,
  { said, at }: { said: Said; at: Date },
  isListed: boolean,
): Replay {
  const { state, tally, isEntered } = replay;
  if (!said.by || isEntered) return stepAlone(asked, replay, { said, at });
  if (state.state === 'accepted') return replay;
  const next = addToTally(asked.kind, tally, { key: said.by.key, said, at });
  const need = isListed ? replay.need : said.by.of;
  const sum = sumTally(asked.kind, next, need);
  const isOpen = sum.answeredAt === null;
  if (isOpen && replay.isComputed) return { ...replay, tally: next, need };
  return {
    ...{ tally: next, need, isEntered, isComputed: false },
    state: isOpen && state.state === 'returned' ? { ...sum, state: 'returned' } : hold(asked, sum, said),
  };
}

/** What counts by itself: an admin's entry, a decision, what those below come to. */
function stepAlone(asked: Asked, replay: Replay, { said, at }: { said: Said; at: Date }): Replay {
  const { state, tally, need, isEntered, isComputed } = replay;
  const isBelow = said.below !== undefined;
  // What had been decided by those who must answer was let go of when it is computed again.
  const isLetGo = isBelow && !isComputed && sumTally(asked.kind, tally, need).answeredAt !== null;
  return {
    need,
    state: applyByTerms(asked, state, said, at),
    tally: isLetGo || said.decision?.to === 'returned' ? new Map() : tally,
    isEntered: isEntered || said.isCorrection === true,
    isComputed: isBelow || (said.isAside === true && isComputed),
  };
}

/** As the parts below stand, so it stands: nothing of what was computed or said before is left but that it was received. */
function takeFromBelow(
  before: AnswerState,
  { status, percent, value, difficulty }: Said,
  { doneAt }: { doneAt: string | null },
  at: Date,
): AnswerState {
  const { note, acknowledgedAt, answeredAt } = before;
  return {
    ...{ ...unanswered, state: status ?? before.state, percent, value, difficulty, note },
    acknowledgedAt: acknowledgedAt ?? at,
    answeredAt: answeredAt ?? at,
    doneAt: doneAt === null ? null : new Date(doneAt),
  };
}

/** What is done waits to be accepted, unless an admin entered it. */
function hold(asked: Asked, next: AnswerState, said: Said): AnswerState {
  if (!needsAcceptance(asked) || next.doneAt === null) return next;
  if (said.isCorrection) return { ...next, state: 'accepted' };
  return { ...next, claimedAt: next.doneAt, doneAt: null };
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
