import type { AnswerValue } from '../reading/answer.js';
import { itemColumns, itemsOf, tableOf } from './item-table.js';
import { packNumbers, unpackNumbers, unpackTable, type PackedTable } from './pack-numbers.js';
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
  const columns = unpackTable(packed, itemColumns);
  const counts = columns.replyCount;
  const all = unpackNumbers(
    packed.replies,
    counts.reduce((sum, count) => sum + count, 0),
  );
  let from = 0;
  const replies = Array.from(counts, (count) => {
    const own = Array.from({ length: count }, (_, at) => all[from + at]! | 0);
    from += count;
    return own;
  });
  const { count, texts, values } = packed;
  return itemsOf({ count, columns, texts, values, replies });
}
