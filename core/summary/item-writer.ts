import type { Stop } from '../lateness/fair-lateness.js';
import type { AnswerValue } from '../reading/answer.js';
import { summaryClasses } from './classify.js';
import { columnsOf, endsOf, storedStates, type Column, type Columns, type ItemTable } from './item-table.js';
import { judgeRow, shorten, type Judged, type SummaryItem, type SummaryRow } from './summary-content.js';

/** A table that is filled place by place, in any order. */
export class ItemWriter {
  readonly #columns: Columns;
  /** The replies in the order in which they were put, and where each place's begin; -1 where nothing was put. */
  readonly #replies: number[] = [];
  readonly #starts: Int32Array;
  readonly #texts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #values: AnswerValue[] = [];

  constructor(count: number) {
    this.#columns = columnsOf(() => new Float64Array(count));
    this.#starts = new Int32Array(count).fill(-1);
  }

  has(at: number): boolean {
    return this.#starts[at]! >= 0;
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
    this.#starts[at] = this.#replies.length;
    for (const id of row.replies) this.#replies.push(id);
  }

  /** The table, without the places that nothing was put at. */
  finish(): ItemTable {
    const kept = Array.from(this.#starts.keys()).filter((at) => this.has(at));
    const count = kept.length;
    const isWhole = count === this.#starts.length;
    const columns = isWhole ? this.#columns : columnsOf((name) => pick(this.#columns[name as Column], kept));
    const ends = endsOf(columns.replyCount);
    const all = this.#listReplies(kept, ends);
    return { count, columns, texts: this.#texts, values: this.#values, replies: { all, ends } };
  }

  /** Place by place. */
  #listReplies(kept: readonly number[], ends: Int32Array): Int32Array {
    const all = new Int32Array(ends.at(-1) ?? 0);
    let filled = 0;
    kept.forEach((place, at) => {
      for (let from = this.#starts[place]!; filled < ends[at]!; from += 1, filled += 1)
        all[filled] = this.#replies[from]!;
    });
    return all;
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

const pick = (column: Float64Array, places: readonly number[]) =>
  Float64Array.from(places, (at) => column[at]!);
