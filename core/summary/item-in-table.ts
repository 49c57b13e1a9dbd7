import { summaryClasses } from './classify.js';
import { storedStates, type ItemTable } from './item-table.js';
import { readInt, readOr } from './pack-numbers.js';
import type { SummaryItem } from './summary-content.js';

/**
 * An item that is read from its table when it is asked for: of a hundred thousand, an object with all of their two dozen
 * facts each is what takes most of a report's memory. They are no fields of its own: `{ ...item }` would be empty.
 */
export class ItemInTable implements SummaryItem {
  constructor(
    private readonly table: ItemTable,
    private readonly at: number,
  ) {}

  get assignmentId() {
    return this.table.columns.assignmentId[this.at]! | 0;
  }
  get directiveId() {
    return this.table.columns.directiveId[this.at]! | 0;
  }
  get unitId() {
    return this.table.columns.unitId[this.at]! | 0;
  }
  get class() {
    return summaryClasses[this.table.columns.class[this.at]!]!;
  }
  get state() {
    return storedStates[this.table.columns.state[this.at]!]!;
  }
  get percent() {
    return readInt(this.table.columns.percent, this.at);
  }
  get doneCount() {
    return readInt(this.table.columns.doneCount, this.at);
  }
  get totalCount() {
    return readInt(this.table.columns.totalCount, this.at);
  }
  get value() {
    const place = this.table.columns.value[this.at]!;
    return Number.isNaN(place) ? null : this.table.values[place]!;
  }
  get difficulty() {
    return this.text(this.table.columns.difficulty);
  }
  get proposal() {
    return this.text(this.table.columns.proposal);
  }
  get result() {
    return this.text(this.table.columns.result);
  }
  get nextStep() {
    return this.text(this.table.columns.nextStep);
  }
  get words() {
    return this.text(this.table.columns.words) ?? '';
  }
  get dueAt() {
    return readOr(this.table.columns.dueAt, this.at);
  }
  get answeredAt() {
    return readOr(this.table.columns.answeredAt, this.at);
  }
  get doneAt() {
    const since = readOr(this.table.columns.doneSince, this.at);
    return since === null ? null : since + (this.answeredAt ?? 0);
  }
  get personId() {
    return readInt(this.table.columns.personId, this.at);
  }
  get isReachable() {
    return this.table.columns.isReachable[this.at] === 1;
  }
  get extended() {
    return this.table.columns.extended[this.at] === 1 ? true : undefined;
  }
  get late() {
    const { lateTotal, lateOurs, lateIssuer } = this.table.columns;
    const totalMs = readOr(lateTotal, this.at);
    return totalMs === null
      ? undefined
      : { totalMs, oursMs: lateOurs[this.at]!, issuerMs: lateIssuer[this.at]! };
  }
  get replies() {
    const { all, ends } = this.table.replies;
    return Array.from(all.subarray(ends[this.at - 1] ?? 0, ends[this.at]));
  }

  private text(column: Float64Array): string | null {
    const place = column[this.at]!;
    return Number.isNaN(place) ? null : this.table.texts[place]!;
  }
}
