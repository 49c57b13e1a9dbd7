import { readTable } from './read-table.js';

/** The texts of core/reading/ambiguous/, described in the README there. */
export function readAmbiguous(file: 'without-marks' | 'half-marked'): ReadonlySet<string> {
  const rows = readTable(new URL('../../core/reading/ambiguous/', import.meta.url), ['text']);
  return new Set(rows.filter(({ at }) => at.startsWith(`${file}.tsv`)).map(({ text }) => text));
}
