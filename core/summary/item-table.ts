import type { AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from '../replies/answer-state.js';

/** By their place in this list they are stored. */
export const storedStates = [
  'waiting',
  'acknowledged',
  'in_progress',
  'blocked',
  'done',
  'accepted',
  'returned',
] as const satisfies readonly AssignmentState[];

/** A column for each name, written out: an object made from a list of two dozen names is a slow one. */
export const columnsOf = (make: (name: string) => Float64Array) => ({
  assignmentId: make('assignmentId'),
  directiveId: make('directiveId'),
  unitId: make('unitId'),
  class: make('class'),
  state: make('state'),
  isReachable: make('isReachable'),
  dueAt: make('dueAt'),
  answeredAt: make('answeredAt'),
  doneSince: make('doneSince'),
  percent: make('percent'),
  doneCount: make('doneCount'),
  totalCount: make('totalCount'),
  personId: make('personId'),
  extended: make('extended'),
  lateTotal: make('lateTotal'),
  lateOurs: make('lateOurs'),
  lateIssuer: make('lateIssuer'),
  replyCount: make('replyCount'),
  difficulty: make('difficulty'),
  proposal: make('proposal'),
  result: make('result'),
  nextStep: make('nextStep'),
  words: make('words'),
  value: make('value'),
});
export type Columns = ReturnType<typeof columnsOf>;
export type Column = keyof Columns;

/** The replies of one item after the other, and where each item's end. */
export interface Replies {
  all: Int32Array;
  ends: Int32Array;
}

/** Where each item's replies end, of so many each. */
export function endsOf(counts: Float64Array): Int32Array {
  const ends = new Int32Array(counts.length);
  let end = 0;
  for (let at = 0; at < counts.length; at += 1) {
    end += counts[at]!;
    ends[at] = end;
  }
  return ends;
}

/**
 * Items in columns, as they are kept: of a hundred thousand, what is made for each one costs more than all that is done with
 * it. NaN where there is nothing; texts, values and replies stand in lists.
 */
export interface ItemTable {
  count: number;
  columns: Columns;
  texts: readonly string[];
  values: readonly AnswerValue[];
  replies: Replies;
}

export const itemColumns = Object.keys(columnsOf(() => new Float64Array())) as Column[];
