import type { AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from '../replies/answer-state.js';
import { summaryClasses } from './classify.js';
import {
  packNumbers,
  packTable,
  readInt,
  readOr,
  rowsOf,
  unpackNumbers,
  unpackTable,
  type PackedTable,
} from './pack-numbers.js';
import type { SummaryItem } from './summary-content.js';

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

/** Items as they are stored: ten thousand units make a hundred thousand of them a week. Texts and values stand in lists. */
export interface PackedItems extends PackedTable {
  texts: string[];
  values: AnswerValue[];
  /** The replies of one item after the other. */
  replies: string;
}

const texts = ['difficulty', 'proposal', 'result', 'nextStep', 'words'] as const;

/** When it was done is mostly when it was answered. */
const sinceAnswer = ({ doneAt, answeredAt }: SummaryItem) => doneAt && doneAt - (answeredAt ?? 0);

const numbers = {
  assignmentId: (item) => item.assignmentId,
  directiveId: (item) => item.directiveId,
  unitId: (item) => item.unitId,
  class: (item) => summaryClasses.indexOf(item.class),
  state: (item) => storedStates.indexOf(item.state),
  isReachable: (item) => Number(item.isReachable),
  dueAt: (item) => item.dueAt,
  answeredAt: (item) => item.answeredAt,
  doneSince: sinceAnswer,
  percent: (item) => item.percent,
  doneCount: (item) => item.doneCount,
  totalCount: (item) => item.totalCount,
  personId: (item) => item.personId,
  extended: (item) => Number(item.extended ?? false),
  lateTotal: (item) => item.late?.totalMs ?? null,
  lateOurs: (item) => item.late?.oursMs ?? null,
  lateIssuer: (item) => item.late?.issuerMs ?? null,
  replyCount: (item) => item.replies.length,
} satisfies Record<string, (item: SummaryItem) => number | null>;

export function packItems(items: readonly SummaryItem[]): PackedItems {
  const lists = { texts: new Map<string, number>(), values: [] as AnswerValue[] };
  const placeOf = (text: string | null) => {
    if (text === null || text === '') return null;
    const place = lists.texts.get(text) ?? lists.texts.size;
    if (place === lists.texts.size) lists.texts.set(text, place);
    return place;
  };
  const ofTexts = texts.map((name) => [name, (item: SummaryItem) => placeOf(item[name])] as const);
  const table = packTable(items, {
    ...numbers,
    ...Object.fromEntries(ofTexts),
    value: ({ value }) => value && lists.values.push(value) - 1,
  });
  const replies = packNumbers(
    items.flatMap(({ replies: ids }) => ids),
    (id) => id,
  );
  return { ...table, texts: [...lists.texts.keys()], values: lists.values, replies };
}

const columnNames = [...(Object.keys(numbers) as (keyof typeof numbers)[]), ...texts, 'value'] as const;

/** Throws when it is not what packItems made. */
export function unpackItems(packed: PackedItems): SummaryItem[] {
  const list = unpackTable(packed, columnNames);
  const count = list.replyCount.reduce((sum, one) => sum + one, 0);
  const replies = unpackNumbers(packed.replies, count);
  let from = 0;
  return rowsOf(packed, (at) => {
    const to = from + list.replyCount[at]!;
    const item = unpackItem(
      packed,
      list,
      at,
      Array.from(replies.subarray(from, to), (id) => id | 0),
    );
    from = to;
    return item;
  });
}

function unpackItem(
  packed: PackedItems,
  list: Record<(typeof columnNames)[number], Float64Array>,
  at: number,
  replies: number[],
): SummaryItem {
  const ofList = <T>(options: readonly T[], column: Float64Array) => {
    const place = readOr(column, at);
    return place === null ? null : listed(options, place);
  };
  const answeredAt = readOr(list.answeredAt, at);
  const doneSince = readOr(list.doneSince, at);
  const totalMs = readOr(list.lateTotal, at);
  const item: SummaryItem = {
    assignmentId: list.assignmentId[at]! | 0,
    directiveId: list.directiveId[at]! | 0,
    unitId: list.unitId[at]! | 0,
    class: listed(summaryClasses, list.class[at]!),
    state: listed(storedStates, list.state[at]!),
    percent: readInt(list.percent, at),
    doneCount: readInt(list.doneCount, at),
    totalCount: readInt(list.totalCount, at),
    value: ofList(packed.values, list.value),
    difficulty: ofList(packed.texts, list.difficulty),
    proposal: ofList(packed.texts, list.proposal),
    result: ofList(packed.texts, list.result),
    nextStep: ofList(packed.texts, list.nextStep),
    words: ofList(packed.texts, list.words) ?? '',
    dueAt: readOr(list.dueAt, at),
    answeredAt,
    doneAt: doneSince === null ? null : doneSince + (answeredAt ?? 0),
    personId: readInt(list.personId, at),
    isReachable: list.isReachable[at] === 1,
    replies,
  };
  if (list.extended[at] === 1) item.extended = true;
  if (totalMs !== null) item.late = { totalMs, oursMs: list.lateOurs[at]!, issuerMs: list.lateIssuer[at]! };
  return item;
}

function listed<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('A frozen item names what its report does not list.');
  return found;
}
