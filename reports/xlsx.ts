import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import { DateTime } from 'luxon';
import type { Feature, Row } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../core/report/sheets/sheet.js';
import { toXmlText } from './xml-text.js';

/** A workbook of typed cells: each sheet with a header that stays, a filter on it, and columns of a readable width. */
export async function renderXlsx(sheets: readonly Sheet[], zone: string): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const pages = sheets.map(({ name, columns, rows }) => ({
    sheet: nameSheet(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ title }) => ({
        value: title,
        fontWeight: 'bold' as const,
        backgroundColor: '#DDE7F3',
        wrap: true,
      })),
      ...rows.map((row) => row.map((cell) => renderCell(cell, zone)) as Row),
    ],
  }));
  return write(pages, {
    features: [createFilters(sheets)],
    fontFamily: 'Times New Roman',
    fontSize: 12,
  }).toBuffer();
}

/** What the library lets a file be; it does not export the name. */
type FileContent = Stream | Buffer | Blob;

/** Excel takes 31 signs, none of these. */
const nameSheet = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function renderCell(cell: SheetCell, zone: string) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: toXmlText(cell), type: String, wrap: cell.length > 40 };
  if ('share' in cell) return cell.share === null ? null : { value: cell.share, type: Number, format: '0%' };
  if ('open' in cell) return cell.open === undefined ? null : renderLink(cell.open);
  if (cell.moment === null) return null;
  return { value: toWallClock(cell.moment, zone), type: Date, format: 'dd/mm/yyyy hh:mm' };
}

/** Only addresses that we made ourselves become a formula; words from a chat never do. */
function renderLink(url: string) {
  if (!/^https:\/\/[\w./?=&%#-]+$/.test(url)) return { value: url, type: String };
  return { value: `HYPERLINK("${url}")`, type: 'Formula' as const, textColor: '#1155CC' };
}

/** Excel knows no zones: the clock on the wall is what is meant. */
function toWallClock(moment: string | number, zone: string): Date {
  return DateTime.fromJSDate(new Date(moment), { zone }).setZone('UTC', { keepLocalTime: true }).toJSDate();
}

/** The library has no filter of its own; it stands behind the cells, before all that may follow them. */
function createFilters(sheets: readonly Sheet[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(content, _options, { sheetIndex }) {
            const { columns, rows } = sheets[sheetIndex]!;
            const range = `A1:${nameColumn(columns.length)}${rows.length + 1}`;
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** 1 is A, 27 is AA. */
export function nameColumn(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? nameColumn(Math.floor((number - 1) / 26)) + letter : letter;
}
