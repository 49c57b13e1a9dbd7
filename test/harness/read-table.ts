import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of an example table by column; cells that were left out are ''. `at` says where it stands, for the failure. */
export type TableRow<Column extends string> = Record<Column, string> & { at: string };

/**
 * Reads tables of examples: tab-separated, the first line names the columns, `\n` in a cell is a line end, a line that
 * starts with `//` is a remark. Throws when a line names a column too many.
 */
export function readTable<Column extends string>(
  folder: URL,
  columns: readonly Column[],
): TableRow<Column>[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((name) => {
    const rows = parse<Record<string, string>>(readFileSync(new URL(name, folder)), {
      ...{ delimiter: '\t', bom: true, columns: true, comment: '//', comment_no_infix: true },
      ...{ relax_quotes: true, relax_column_count_less: true, skip_empty_lines: true, info: false },
    });
    return rows.map((row, index) => ({
      ...(Object.fromEntries(
        columns.map((column) => [column, (row[column] ?? '').replaceAll('\\n', '\n')]),
      ) as Record<Column, string>),
      at: `${name}, row ${index + 2}`,
    }));
  });
}
