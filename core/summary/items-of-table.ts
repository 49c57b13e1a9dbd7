import { summaryClasses } from './classify.js';
import { ItemInTable } from './item-in-table.js';
import { storedStates, type Column, type ItemTable } from './item-table.js';
import { ItemWriter } from './item-writer.js';
import type { SummaryItem } from './summary-content.js';

const tables = new WeakMap<readonly SummaryItem[], ItemTable>();

/** The items of a table, which tableOf gives back for them. */
export function itemsOf(table: ItemTable): SummaryItem[] {
  const items = Array.from({ length: table.count }, (_, at): SummaryItem => new ItemInTable(table, at));
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

/** Throws when the items name what their table does not list. */
export function checkTable({ columns, texts, values }: ItemTable): void {
  const listed = (names: readonly Column[], { length }: { length: number }) =>
    names.every((name) =>
      columns[name].every((place) => Number.isNaN(place) || (place >= 0 && place < length)),
    );
  const isSound =
    listed(['class'], summaryClasses) &&
    listed(['state'], storedStates) &&
    listed(['difficulty', 'proposal', 'result', 'nextStep', 'words'], texts) &&
    listed(['value'], values);
  if (!isSound) throw new Error('A frozen item names what its report does not list.');
}
