import type { Stop } from '../lateness/fair-lateness.js';
import type { AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from '../replies/answer-state.js';
import { summaryClasses } from './classify.js';
import { readInt, readOr } from './pack-numbers.js';
import { judgeRow, shorten, type Judged, type SummaryItem, type SummaryRow } from './summary-content.js';

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
type Columns = ReturnType<typeof columnsOf>;
type Column = keyof Columns;

/**
 * Items in columns, as they are kept: of a hundred thousand, what is made for each one costs more than all that is done with
 * it. NaN where there is nothing; texts, values and replies stand in lists.
 */
export interface ItemTable {
  count: number;
  columns: Columns;
  texts: readonly string[];
  values: readonly AnswerValue[];
  replies: readonly number[][];
}

export const itemColumns = Object.keys(columnsOf(() => new Float64Array())) as Column[];

/** A table that is filled place by place, in any order. */
export class ItemWriter {
  readonly #columns: Columns;
  readonly #replies: (number[] | undefined)[];
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #values: AnswerValue[] = [];

  constructor(count: number) {
    this.#columns = columnsOf(() => new Float64Array(count));
    this.#replies = Array.from({ length: count });
  }

  has(at: number): boolean {
    return this.#replies[at] !== undefined;
  }

  /** Puts a row into its class and keeps it. */
  freeze(at: number, row: SummaryRow, endsAt: Date, stops: readonly Stop[] = []): void {
    this.put(at, row, judgeRow(row, endsAt, stops));
  }

  /** Written out: a loop over the columns costs several times as much. */
  put(at: number, row: Omit<SummaryItem, keyof Judged>, judged: Judged): void {
    const columns = this.#columns;
    columns.assignmentId[at] = row.assignmentId;
    columns.directiveId[at] = row.directiveId;
    columns.unitId[at] = row.unitId;
    columns.class[at] = summaryClasses.indexOf(judged.class);
    columns.state[at] = storedStates.indexOf(row.state);
    columns.isReachable[at] = Number(row.isReachable);
    columns.dueAt[at] = row.dueAt ?? NaN;
    columns.answeredAt[at] = row.answeredAt ?? NaN;
    columns.doneSince[at] = row.doneAt === null ? NaN : row.doneAt - (row.answeredAt ?? 0);
    columns.percent[at] = row.percent ?? NaN;
    columns.doneCount[at] = row.doneCount ?? NaN;
    columns.totalCount[at] = row.totalCount ?? NaN;
    columns.personId[at] = row.personId ?? NaN;
    columns.extended[at] = Number(row.extended ?? false);
    columns.lateTotal[at] = judged.late?.totalMs ?? NaN;
    columns.lateOurs[at] = judged.late?.oursMs ?? NaN;
    columns.lateIssuer[at] = judged.late?.issuerMs ?? NaN;
    columns.replyCount[at] = row.replies.length;
    columns.difficulty[at] = this.#placeOf(row.difficulty);
    columns.proposal[at] = this.#placeOf(row.proposal);
    columns.result[at] = this.#placeOf(row.result);
    columns.nextStep[at] = this.#placeOf(row.nextStep);
    columns.words[at] = this.#placeOf(row.words);
    columns.value[at] = row.value === null ? NaN : this.#values.push(row.value) - 1;
    this.#replies[at] = row.replies;
  }

  /** The table, without the places that nothing was put at. */
  finish(): ItemTable {
    const [columns, texts, values] = [this.#columns, this.#texts, this.#values];
    const replies = this.#replies.filter((own) => own !== undefined);
    const count = replies.length;
    if (count === this.#replies.length) return { count, columns, texts, values, replies };
    const kept = Array.from(this.#replies.keys()).filter((at) => this.has(at));
    const keep = (name: string) => Float64Array.from(kept, (at) => columns[name as Column][at]!);
    return { count, columns: columnsOf(keep), texts, values, replies };
  }

  /** Each text stands once, as short as a report tells it. */
  #placeOf(text: string | null): number {
    if (text === null || text === '') return NaN;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const short = shorten(text);
    const place = short === text ? this.#texts.push(short) - 1 : this.#placeOf(short);
    this.#places.set(text, place);
    return place;
  }
}

const tables = new WeakMap<readonly SummaryItem[], ItemTable>();

/** The items of a table, which tableOf gives back for them. */
export function itemsOf(table: ItemTable): SummaryItem[] {
  const items = Array.from({ length: table.count }, (_, at) => itemAt(table, at));
  tables.set(items, table);
  return items;
}

/** Items in columns. */
export function tableOf(items: readonly SummaryItem[]): ItemTable {
  const known = tables.get(items);
  if (known) return known;
  const writer = new ItemWriter(items.length);
  for (const [at, item] of items.entries()) writer.put(at, item, item);
  return writer.finish();
}

function itemAt({ columns, texts, values, replies }: ItemTable, at: number): SummaryItem {
  const textOf = (column: Float64Array) => (Number.isNaN(column[at]!) ? null : listed(texts, column[at]!));
  const answeredAt = readOr(columns.answeredAt, at);
  const doneSince = readOr(columns.doneSince, at);
  const totalMs = readOr(columns.lateTotal, at);
  const value = readOr(columns.value, at);
  const item: SummaryItem = {
    assignmentId: columns.assignmentId[at]! | 0,
    directiveId: columns.directiveId[at]! | 0,
    unitId: columns.unitId[at]! | 0,
    class: listed(summaryClasses, columns.class[at]!),
    state: listed(storedStates, columns.state[at]!),
    percent: readInt(columns.percent, at),
    doneCount: readInt(columns.doneCount, at),
    totalCount: readInt(columns.totalCount, at),
    value: value === null ? null : listed(values, value),
    difficulty: textOf(columns.difficulty),
    proposal: textOf(columns.proposal),
    result: textOf(columns.result),
    nextStep: textOf(columns.nextStep),
    words: textOf(columns.words) ?? '',
    dueAt: readOr(columns.dueAt, at),
    answeredAt,
    doneAt: doneSince === null ? null : doneSince + (answeredAt ?? 0),
    personId: readInt(columns.personId, at),
    isReachable: columns.isReachable[at] === 1,
    replies: replies[at]!,
  };
  if (columns.extended[at] === 1) item.extended = true;
  if (totalMs !== null)
    item.late = { totalMs, oursMs: columns.lateOurs[at]!, issuerMs: columns.lateIssuer[at]! };
  return item;
}

function listed<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new Error('A frozen item names what its report does not list.');
  return found;
}
