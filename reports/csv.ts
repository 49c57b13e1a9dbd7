import { DateTime } from 'luxon';
import { quoteCell } from '../core/text/csv-cell.js';
import { neutralise } from '../core/text/formula.js';
import type { Sheet, SheetCell } from '../core/report/sheets/sheet.js';

/** Excel takes a file for UTF-8 by this mark only. */
const mark = '\ufeff';

/** A sheet as RFC 4180 says, UTF-8 with its mark. Words that would be run as a formula get an apostrophe before them. */
export function renderCsv({ columns, rows }: Sheet, zone: string): string {
  const lines = [
    columns.map(({ title }) => quoteCell(title)),
    ...rows.map((row) => row.map((cell) => renderCell(cell, zone))),
  ];
  return `${mark}${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function renderCell(cell: SheetCell, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return quoteCell(neutralise(cell));
  if ('share' in cell) return cell.share === null ? '' : String(Math.round(cell.share * 10_000) / 10_000);
  if ('open' in cell) return quoteCell(cell.open ?? '');
  return cell.moment === null
    ? ''
    : DateTime.fromJSDate(new Date(cell.moment), { zone }).toFormat('yyyy-MM-dd HH:mm');
}
