import { zipSync } from 'fflate';
import { inflateRawSync } from 'node:zlib';

const megabyte = 1024 * 1024;
/** 20,000 units are some 6 MB of XML. A file of 10 MB can hold a thousand times as much. */
export const unpackedLimit = 50 * megabyte;
/** Rows times columns up to the last cell: the reader makes a place for each. */
const mostCells = 2_000_000;

/** It unpacks to more than a list of units can be. */
export class TooMuchInside extends Error {}

/**
 * A workbook with all that the reader takes from it, not packed any more: what was measured here is what it gets, whatever
 * else the file says of itself. Throws TooMuchInside, and other errors for what is no workbook.
 */
export function unpackWorkbook(bytes: Buffer): Buffer {
  const files: Record<string, Uint8Array> = {};
  let left = unpackedLimit;
  for (const { path, isPacked, data } of listEntries(bytes)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    const file = isPacked ? inflate(data, left) : data;
    left -= file.length;
    if (left < 0) throw new TooMuchInside();
    if (/worksheets\/[^/]+\.xml$/.test(path)) checkCells(file.toString('latin1'));
    files[path] = file;
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

function inflate(data: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooMuchInside() : error;
  }
}

/** One cell at the far end of a sheet costs as much as a full sheet. */
function checkCells(xml: string): void {
  let rows = 1;
  let columns = 1;
  for (const [, place = ''] of xml.matchAll(/<(?:\w+:)?c\s[^>]*?\br=["']([^"']*)["']/g)) {
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? [];
    if (letters === undefined) throw new Error('a cell without a place');
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
    if (rows * columns > mostCells) throw new TooMuchInside();
  }
}

interface Entry {
  path: string;
  isPacked: boolean;
  data: Buffer;
}

/** What a ZIP archive holds, by the list at its end (PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16). Reading past the end throws. */
function* listEntries(bytes: Buffer): Generator<Entry> {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry here');
    const name = bytes.readUInt16LE(at + 28);
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    yield {
      path: bytes.toString('utf8', at + 46, at + 46 + name),
      isPacked: bytes.readUInt16LE(at + 10) !== 0,
      data: bytes.subarray(data, data + bytes.readUInt32LE(at + 20)),
    };
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
