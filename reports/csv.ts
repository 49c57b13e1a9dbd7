import { DateTime } from 'luxon';
import type { Sheet, SheetCell } from '../core/report/sheets/sheet.js';

/** Excel takes a file for UTF-8 by this mark only. */
const mark = '\ufeff';

/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A sheet as RFC 4180 says, UTF-8 with its mark. Words that would be run as a formula get an apostrophe before them. */
export function renderCsv({ columns, rows }: Sheet, zone: string): string {
  const lines = [
    columns.map(({ title }) => quote(title)),
    ...rows.map((row) => row.map((cell) => renderCell(cell, zone))),
  ];
  return `${mark}${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function renderCell(cell: SheetCell, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return quote(neutralise(cell));
  if ('share' in cell) return cell.share === null ? '' : String(Math.round(cell.share * 10_000) / 10_000);
  if ('open' in cell) return quote(cell.open ?? '');
  return cell.moment === null ? '' : DateTime.fromISO(cell.moment, { zone }).toFormat('yyyy-MM-dd HH:mm');
}

/** Words alone: a figure that is negative stays a figure. */
export const neutralise = (words: string) => (formula.test(words) ? `'${words}` : words);

const quote = (words: string) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
