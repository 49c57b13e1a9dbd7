import { summaryClasses, type Counts } from '../../summary/classify.js';
import type { Writing } from '../report-head.js';

/** A typed cell: words, a figure, a share (0 to 1), a moment (ISO, or in milliseconds), an address to open. */
export type SheetCell =
  | string
  | number
  | null
  | { share: number | null }
  | { moment: string | number | null }
  | { open: string | undefined };

/** One view of a report as a table: a header and rows that can be sorted and filtered. */
export interface Sheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: SheetCell[][];
}

/** Columns that hold sentences; the others are as wide as their title. */
const wide: Record<string, number> = {
  ...{ title: 42, unit: 32, class: 24, state: 22, dueAt: 18, sentAt: 18, answeredAt: 18, doneAt: 18 },
  ...{ result: 50, difficulty: 40, proposal: 40, nextStep: 40, words: 60, wordsBefore: 40, wordsAfter: 40 },
  ...{ open: 32, receivedAt: 18, answer: 24, kind: 24, period: 24 },
};

/** A sheet by the names of its columns, set apart by spaces: each has its title in the texts. */
export function sheetOf(
  { t }: Pick<Writing, 't'>,
  name: string,
  columns: string,
  rows: SheetCell[][],
): Sheet {
  return {
    name: t(`report.sheet.${name}`),
    columns: columns.split(' ').map((column) => {
      const title = t(`report.column.${column}`);
      return { title, width: wide[column] ?? Math.max(10, title.length + 4) };
    }),
    rows,
  };
}

/** The columns of the four classes, and what stands in them. */
export const classColumns = summaryClasses.join(' ');
export const classCells = (counts: Counts): number[] => summaryClasses.map((name) => counts[name]);

/** Opens the replies behind a row. */
export function openCell({ head }: Pick<Writing, 'head'>, replies: readonly number[]): SheetCell {
  return { open: replies.length > 0 ? head.link?.(replies) : undefined };
}
