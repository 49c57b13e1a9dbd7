import { foldText } from '../text/fold.js';
import type { RowProblem, UnitRow } from './plan-units.js';

/** One row of a file as it stands there, with its line for the messages. */
export interface TableRow {
  line: number;
  cells: string[];
}

export type Column = 'code' | 'name' | 'parent' | 'tags' | 'timeZone';

/** What a list of units says, or what is wrong with its heading. */
export type Table =
  | { kind: 'rows'; rows: UnitRow[]; problems: RowProblem[]; ignored: string[] }
  | { kind: 'empty' }
  | { kind: 'noColumn'; column: Column }
  | { kind: 'columnTwice'; column: Column };

const headings: Record<Column, readonly string[]> = {
  code: ['code', 'unit code', 'ma', 'ma don vi', 'ma dv'],
  name: ['name', 'unit name', 'ten', 'ten don vi', 'ten dv'],
  parent: [
    'parent',
    'parent code',
    'under',
    'cap tren',
    'ma cap tren',
    'don vi cap tren',
    'thuoc',
    'truc thuoc',
  ],
  tags: ['tags', 'tag', 'nhan', 'the', 'nhom nhan'],
  timeZone: ['timezone', 'time zone', 'tz', 'mui gio'],
};
const columns = Object.keys(headings) as Column[];

/** Reads the heading (English or Vietnamese, any order) and the rows below it. Columns that nobody knows are left out and named. */
export function readTable(table: readonly TableRow[]): Table {
  const filled = table.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  if (!head) return { kind: 'empty' };
  const found = head.cells.map(findColumn);
  for (const column of columns) {
    const count = found.filter((name) => name === column).length;
    if (count > 1) return { kind: 'columnTwice', column };
    if (count === 0 && (column === 'code' || column === 'name')) return { kind: 'noColumn', column };
  }
  if (body.length === 0) return { kind: 'empty' };
  const rows = body.map((row) => readRow(row, found));
  const problems = body.flatMap((row, index): RowProblem[] => {
    const surplus = row.cells.slice(found.length).find((cell) => cell.trim() !== '');
    if (surplus === undefined) return [];
    return [{ line: row.line, code: rows[index]!.code, kind: 'tooManyCells', value: surplus.trim() }];
  });
  const ignored = head.cells.filter((cell, index) => found[index] === null && cell.trim() !== '');
  return { kind: 'rows', rows, problems, ignored };
}

function findColumn(heading: string): Column | null {
  const words = foldText(heading.replace(/[_-]+/g, ' '));
  return columns.find((column) => headings[column].includes(words)) ?? null;
}

/** A column that the file lacks stays undefined: what is known about it is left alone. */
function readRow(row: TableRow, found: readonly (Column | null)[]): UnitRow {
  const cell = (column: Column): string | undefined => {
    const index = found.indexOf(column);
    return index < 0 ? undefined : (row.cells[index] ?? '');
  };
  return {
    line: row.line,
    code: cell('code') ?? '',
    name: cell('name'),
    parent: cell('parent'),
    tags: cell('tags'),
    timeZone: cell('timeZone'),
  };
}
