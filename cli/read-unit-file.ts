import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { TableRow } from '../core/units/read-table.js';

/** A file that is no list: the message is one sentence that says what to do. */
export class FileError extends Error {}

/** 20,000 units take about 2 MB; whatever is larger is another kind of file. */
const sizeLimit = 10 * 1024 * 1024;
const saveAs = 'save the list as .xlsx or as "CSV UTF-8" and try again.';

/** The rows of a .csv or .xlsx file, whatever its name ends in: its first bytes tell. Throws FileError. */
export async function readUnitFile(file: string): Promise<TableRow[]> {
  const name = path.basename(file);
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) throw new FileError(`There is no file ${file}.`);
  if (facts.size === 0) throw new FileError(`${name} is empty.`);
  if (facts.size > sizeLimit)
    throw new FileError(
      `${name} has ${Math.ceil(facts.size / 1024 / 1024)} MB; a list of units has at most 10 MB.`,
    );
  const bytes = await readFile(file).catch(() => {
    throw new FileError(`${name} cannot be read: check the rights on it.`);
  });
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readWorkbook(name, bytes);
  return parseCsv(name, decode(name, bytes));
}

async function readWorkbook(name: string, bytes: Buffer): Promise<TableRow[]> {
  // Codes such as 07 are words, not numbers.
  const rows = await readSheet<string>(bytes, { parseNumber: (digits) => digits }).catch(() => {
    throw new FileError(`${name} is no Excel workbook that can be read: ${saveAs}`);
  });
  return rows.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell) => (cell === null ? '' : String(cell as string))),
  }));
}

/** UTF-8 with or without its mark, or the UTF-16 that Excel calls "Unicode text". */
function decode(name: string, bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || text.startsWith('%PDF')) throw new Error('binary');
    return text;
  } catch {
    throw new FileError(`${name} is no CSV text in UTF-8: ${saveAs}`);
  }
}

function parseCsv(name: string, text: string): TableRow[] {
  const delimiter = findDelimiter(text);
  if (!delimiter) throw new FileError(`${name} has no columns separated by , ; or tab: ${saveAs}`);
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
    throw new FileError(`${name}, line ${line}: the quotation marks around a cell do not match.`);
  }
}

/** What separates the heading's columns most often. */
function findDelimiter(text: string): string | null {
  const heading = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: heading.split(sign).length - 1 }));
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.sign : null;
}
