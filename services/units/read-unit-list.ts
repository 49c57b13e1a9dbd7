import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { decodeText } from '../../core/decode-text.js';
import { UserError } from '../../core/errors.js';
import { readTable, type Table, type TableRow } from '../../core/units/read-table.js';
import { TooMuchInside, unpackWorkbook } from './unpack-workbook.js';

/** 20,000 units take about 2 MB; whatever is larger is another kind of file. */
export const listLimit = 10 * 1024 * 1024;

export type UnitList = Extract<Table, { kind: 'rows' }>;

/** A list of units from a .csv or .xlsx file, whatever its name ends in: its first bytes tell. Throws UserError. */
export async function readUnitList(name: string, bytes: Buffer): Promise<UnitList> {
  if (bytes.length === 0) throw new UserError('units.file.empty', { name });
  if (bytes.length > listLimit) throw tooLarge(name, bytes.length);
  const isWorkbook = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const table = readTable(isWorkbook ? await readWorkbook(name, bytes) : parseCsv(name, decode(name, bytes)));
  if (table.kind === 'rows') return table;
  throw new UserError(`units.file.${table.kind}`, { name, column: 'column' in table ? table.column : '' });
}

/** What to say of a file that is no list by its size alone. */
export const tooLarge = (name: string, size: number): UserError =>
  new UserError('units.file.tooLarge', {
    ...{ name, size: Math.ceil(size / 1024 / 1024), limit: listLimit / 1024 / 1024 },
  });

async function readWorkbook(name: string, bytes: Buffer): Promise<TableRow[]> {
  const unpacked = unpack(name, bytes);
  // Codes such as 07 are words, not numbers.
  const rows = await readSheet<string>(unpacked, { parseNumber: (digits) => digits }).catch(() => {
    throw new UserError('units.file.noWorkbook', { name });
  });
  return rows.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell) => (cell === null ? '' : String(cell as string))),
  }));
}

function unpack(name: string, bytes: Buffer): Buffer {
  try {
    return unpackWorkbook(bytes);
  } catch (error) {
    if (error instanceof TooMuchInside) throw new UserError('units.file.tooMuchInside', { name });
    throw new UserError('units.file.noWorkbook', { name });
  }
}

function decode(name: string, bytes: Buffer): string {
  try {
    const text = decodeText(bytes);
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || text.startsWith('%PDF')) throw new Error('binary');
    return text;
  } catch {
    throw new UserError('units.file.noText', { name });
  }
}

function parseCsv(name: string, text: string): TableRow[] {
  const delimiter = findDelimiter(text);
  if (!delimiter) throw new UserError('units.file.noColumns', { name });
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      bom: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // A record's number is that of its last line; a quoted cell may have several.
    return records.map(({ record, info }, index) => ({
      line: (records[index - 1]?.info.lines ?? 0) + 1 || info.lines,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines']);
    throw new UserError('units.file.quotes', { name, line });
  }
}

/** What separates the heading's columns most often. */
function findDelimiter(text: string): string | null {
  const heading = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: heading.split(sign).length - 1 }));
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.sign : null;
}
