import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserError } from '../../core/errors.js';
import { readUnitList } from './read-unit-list.js';
import { unpackedLimit } from './unpack-workbook.js';

let files: Record<string, Uint8Array>;
const sheet = 'xl/worksheets/sheet1.xml';
beforeAll(async () => {
  files = unzipSync(await readFile(new URL('../../cli/fixtures/units.xlsx', import.meta.url)));
});

const pack = (more: Record<string, Uint8Array> = {}) =>
  Buffer.from(zipSync({ ...files, ...more }, { level: 1 }));
/** What is said of a file; how many rows it has where nothing is. */
const read = (bytes: Buffer): Promise<string | number> =>
  readUnitList('units.xlsx', bytes).then(
    ({ rows }) => rows.length,
    (error: unknown) => (error as UserError).key,
  );
const withCell = (place: string) =>
  pack({
    [sheet]: strToU8(
      strFromU8(files[sheet]!).replace(
        '</sheetData>',
        `<row r="${/\d+/.exec(place)![0]}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>`,
      ),
    ),
  });

test('a workbook is read, packed or not', async () => {
  expect(await read(pack())).toBe(3);
  expect(await read(Buffer.from(zipSync(files, { level: 0 })))).toBe(3);
});

describe('a small file that opens to more than a list', () => {
  const zeros = new Uint8Array(unpackedLimit + 1);
  let bomb: Buffer;
  beforeAll(() => {
    bomb = pack({ 'xl/filler.xml': zeros });
    expect(bomb.length).toBeLessThan(1_000_000);
  });

  test('is read no further', async () => {
    expect(await read(bomb)).toBe('units.file.tooMuchInside');
  });

  test('in pieces', async () => {
    const half = zeros.subarray(0, unpackedLimit / 2);
    expect(await read(pack({ 'xl/a.xml': half, 'xl/b.xml': half }))).toBe('units.file.tooMuchInside');
  });

  test('whatever it says of its size', async () => {
    const liar = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    for (let at = liar.indexOf(size); at >= 0; at = liar.indexOf(size)) liar.writeUInt32LE(20, at);
    expect(await read(liar)).toBe('units.file.tooMuchInside');
  });

  test('in a piece that the list at its end leaves out is not read at all', async () => {
    const hidden = Buffer.from(bomb);
    const end = hidden.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    hidden.writeUInt16LE(Object.keys(files).length, end + 10);
    expect(await read(hidden)).toBe(3);
  });

  test('nor in a picture beside the list', async () => {
    const picture = Buffer.from(
      bomb.toString('latin1').replaceAll('xl/filler.xml', 'xl/filler.png'),
      'latin1',
    );
    expect(await read(picture)).toBe(3);
  });

  test('for one cell far out', async () => {
    expect(await read(withCell('XFD1048576'))).toBe('units.file.tooMuchInside');
    expect(await read(withCell('ZZ100000'))).toBe('units.file.tooMuchInside');
    expect(await read(withCell('F2000'))).toBe(4);
  });
});

test.each([
  ['cut short', () => pack().subarray(0, 900)],
  ['with nothing behind its first bytes', () => Buffer.from('PK\u0003\u0004')],
  [
    'with an entry that is broken',
    () => Buffer.from(pack().map((byte, at) => (at > 60 && at < 200 ? 0xff : byte))),
  ],
  ['whose cells have no place', () => pack({ [sheet]: strToU8('<worksheet><c r="&#65;1"/></worksheet>') })],
  ['of other files', () => Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
])('a file %s is no workbook', async (_label, make) => {
  expect(await read(make())).toBe('units.file.noWorkbook');
});
