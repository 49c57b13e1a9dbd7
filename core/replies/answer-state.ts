import type { AnswerValue } from '../reading/answer.js';
import { isAnswer, type ReplyKind, type Said } from './said.js';

export type AssignmentState =
  'waiting' | 'acknowledged' | 'in_progress' | 'blocked' | 'done' | 'accepted' | 'returned';

/** What an assignment's replies have made of it. */
export interface AnswerState {
  state: AssignmentState;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  note: string;
  difficulty: string | null;
  /** First sign of having received it. */
  acknowledgedAt: Date | null;
  /** First valid answer: from here on nobody is reminded. */
  answeredAt: Date | null;
  /** When the unit said that it is done, while the issuer has not accepted that yet. */
  claimedAt: Date | null;
  /** When the obligation was fulfilled; null while it is not. */
  doneAt: Date | null;
}

export const unanswered: AnswerState = {
  state: 'waiting',
  percent: null,
  doneCount: null,
  totalCount: null,
  value: null,
  note: '',
  difficulty: null,
  acknowledgedAt: null,
  answeredAt: null,
  claimedAt: null,
  doneAt: null,
};

/** Whether it waits for the issuer, who may accept it or give it back. */
export function isAwaiting({ state, doneAt }: Pick<AnswerState, 'state' | 'doneAt'>): boolean {
  return state === 'done' && doneAt === null;
}

/**
 * The state after one more reply, said at `at`. The latest explicit word wins: `done` may go back to `in_progress`.
 * "Received" never takes anything back. What is no answer (a question, unreadable words) changes nothing.
 */
export function applyReply(kind: ReplyKind, before: AnswerState, said: Said, at: Date): AnswerState {
  if (said.isCorrection) return correct(kind, before, said, at);
  if (!isAnswer(said)) return before;
  const met = {
    ...before,
    acknowledgedAt: before.acknowledgedAt ?? at,
    answeredAt: before.answeredAt ?? at,
    note: said.note === '' ? before.note : said.note,
  };
  if (kind === 'acknowledge')
    return { ...met, state: 'done', difficulty: said.difficulty, doneAt: before.doneAt ?? at };
  if (kind === 'collect') return applyToFigure(met, said, at);
  return applyToTask(met, said, at);
}

/** What an admin enters is the answer from then on; that it was answered before stays true unless it is cleared. */
function correct(kind: ReplyKind, before: AnswerState, said: Said, at: Date): AnswerState {
  if (!isAnswer(said)) return unanswered;
  const { isCorrection: _, ...plain } = said;
  const { acknowledgedAt, answeredAt } = before;
  // The same end that was reached before was not reached anew: its moment stays, unless the entry is an earlier one.
  const after = applyReply(kind, { ...unanswered, acknowledgedAt, answeredAt }, plain, at);
  const doneAt = after.doneAt && before.doneAt && before.doneAt < after.doneAt ? before.doneAt : after.doneAt;
  return { ...after, doneAt };
}

function applyToTask(before: AnswerState, said: Said, at: Date): AnswerState {
  const wasFulfilled = before.state === 'done';
  switch (said.status) {
    case null:
      return before;
    case 'acknowledged':
      return before.state === 'waiting' ? { ...before, state: 'acknowledged' } : before;
    case 'done':
      return {
        ...before,
        ...counts(said, null),
        state: 'done',
        percent: 100,
        difficulty: said.difficulty,
        doneAt: before.doneAt ?? at,
      };
    case 'in_progress':
    case 'blocked':
      return {
        ...before,
        ...counts(said, wasFulfilled ? null : before),
        state: said.status,
        difficulty: said.status === 'blocked' ? nameDifficulty(before, said) : said.difficulty,
        doneAt: null,
      };
  }
}

/**
 * A figure that was given stays the answer, whatever is said about the work afterwards; a new figure replaces it. A
 * difficulty that is named with it or later is kept beside it.
 */
function applyToFigure(before: AnswerState, said: Said, at: Date): AnswerState {
  const { value, difficulty } = said;
  if (value !== null) return { ...before, state: 'done', value, difficulty, doneAt: before.doneAt ?? at };
  if (before.value !== null) return { ...before, difficulty: difficulty ?? before.difficulty };
  if (said.status === null || said.status === 'done') return before;
  if (said.status === 'acknowledged')
    return before.state === 'waiting' ? { ...before, state: 'acknowledged' } : before;
  return {
    ...before,
    state: said.status,
    difficulty: said.status === 'blocked' ? nameDifficulty(before, said) : said.difficulty,
  };
}

/** Who presses "blocked" again without words does not take the named difficulty back. */
function nameDifficulty(before: AnswerState, said: Said): string | null {
  if (said.difficulty !== null) return said.difficulty;
  if (said.note !== '') return said.note;
  return before.state === 'blocked' ? before.difficulty : null;
}

type Counts = Pick<AnswerState, 'percent' | 'doneCount' | 'totalCount'>;

/** A share that is said replaces the one known; where none is said, the known one stands. */
function counts(said: Said, before: Counts | null): Counts {
  const { percent, doneCount, totalCount } = said;
  if (percent !== null || doneCount !== null) return { percent, doneCount, totalCount };
  return {
    percent: before?.percent ?? null,
    doneCount: before?.doneCount ?? null,
    totalCount: before?.totalCount ?? null,
  };
}
