import type { AnswerValue } from '../reading/answer.js';
import { columnsOf, itemColumns } from './item-table.js';
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
    replies: packNumbers(replies.flat()),
  };
}

/** Throws when it is not what packItems made. */
export function unpackItems(packed: PackedItems): SummaryItem[] {
  const { count, texts, values } = packed;
  const columns = columnsOf((name) => unpackNumbers(packed.columns[name] ?? '', count));
  const counts = columns.replyCount;
  const all = unpackNumbers(
    packed.replies,
    counts.reduce((sum, one) => sum + one, 0),
  );
  let from = 0;
  const replies = Array.from(counts, (length) => {
    from += length;
    return Array.from(all.subarray(from - length, from), (id) => id | 0);
  });
  const table = { count, columns, texts, values, replies };
  checkTable(table);
  return itemsOf(table);
}
