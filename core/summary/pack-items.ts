import type { AnswerValue } from '../reading/answer.js';
import { columnsOf, endsOf, itemColumns } from './item-table.js';
import { checkTable, itemsOf, tableOf } from './items-of-table.js';
import { packNumbers, unpackNumbers, type PackedTable } from './pack-numbers.js';
import type { SummaryItem } from './summary-content.js';

/** Items as they are stored: ten thousand units make a hundred thousand of them a week. */
export interface PackedItems extends PackedTable {
  texts: string[];
  values: AnswerValue[];
  /** The replies of one item after the other. */
  replies: string;
}

export function packItems(items: readonly SummaryItem[]): PackedItems {
  const { count, columns, texts, values, replies } = tableOf(items);
  return {
    count,
    columns: Object.fromEntries(itemColumns.map((name) => [name, packNumbers(columns[name])])),
    texts: [...texts],
    values: [...values],
    replies: packNumbers(replies.all),
  };
}

/** Throws when it is not what packItems made. */
export function unpackItems(packed: PackedItems): SummaryItem[] {
  const { count, texts, values } = packed;
  const columns = columnsOf((name) => unpackNumbers(packed.columns[name] ?? '', count));
  const ends = endsOf(columns.replyCount);
  const all = new Int32Array(unpackNumbers(packed.replies, ends.at(-1) ?? 0));
  const table = { count, columns, texts, values, replies: { all, ends } };
  checkTable(table);
  return itemsOf(table);
}
