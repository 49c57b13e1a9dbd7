import { quoteCell } from '../core/text/csv-cell.js';
import { neutralise, strip } from '../core/text/formula.js';
import type { BackupTable } from '../store/backup.js';

/** What the first line says: a file of ours, and which schema it fits. */
export interface BackupHead {
  giaoban: 'export';
  version: 1;
  schema: string;
  rows: number;
}

export const headLine = (schema: string, rows: number): string =>
  JSON.stringify({ giaoban: 'export', version: 1, schema, rows } satisfies BackupHead);

/** Null for a line of something else. */
export function readHead(line: string): BackupHead | null {
  try {
    const head = JSON.parse(line) as Partial<BackupHead> | null;
    const isOurs = head?.giaoban === 'export' && head.version === 1;
    return isOurs && typeof head.schema === 'string' && typeof head.rows === 'number'
      ? (head as BackupHead)
      : null;
  } catch {
    return null; // no JSON: another kind of file
  }
}

/** A row as a line of CSV. Nothing is an empty cell, empty words are `""`; lists and structures are JSON. */
export function encodeCsvRow({ columns }: BackupTable, row: string): string {
  const values = JSON.parse(row) as Record<string, unknown>;
  return columns.map(({ name }) => encodeCell(values[name])).join(',');
}

function encodeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const words = typeof value === 'string' ? neutralise(value) : JSON.stringify(value);
  return words === '' ? '""' : quoteCell(words);
}

/** A cell as it was; `isQuoted` tells empty words from nothing. */
export function decodeCell(words: string, isQuoted: boolean, isJson: boolean): unknown {
  if (words === '' && !isQuoted) return null;
  return isJson ? JSON.parse(words) : strip(words);
}
