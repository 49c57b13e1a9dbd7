import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../store/db.js';
import { openTestDatabase } from '../test/harness/database.js';
import { importUnits } from './import.js';

let db: Database;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'giaoban-import-'));
});
afterEach(() => db.unit.deleteMany());
afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true });
});

async function run(name: string, content?: string | Uint8Array) {
  const file = path.join(folder, name);
  if (content !== undefined) await writeFile(file, content);
  const said: string[] = [];
  const write = (line: string) => void said.push(line);
  const code = await importUnits([file], { write, writeError: write, isTty: false }, db);
  return { code, said: said.join('\n') };
}

const codes = async () => (await db.unit.findMany({ orderBy: { code: 'asc' } })).map(({ code }) => code);

describe('giaoban import', () => {
  test('takes new, changed and unchanged units and says how many', async () => {
    await run('a.csv', 'code,name,parent,tags\nHUYEN,Huyện Mẫu Sơn,,\nXA01,Xã An Bình,HUYEN,xa');
    const { code, said } = await run(
      'b.csv',
      '\ufeffMã;Tên;Thuộc;Nhãn\r\nXA02;Xã An Hòa;HUYEN;"xa, bien"\r\nXA01;Xã An Bình Đông;HUYEN;xa\r\nHUYEN;Huyện Mẫu Sơn;;\r\n',
    );
    expect([code, said]).toEqual([0, 'Imported 3 units: 1 new, 1 changed, 1 unchanged.']);
    const added = await db.unit.findUnique({ where: { code: 'XA02' }, include: { parent: true } });
    expect(added).toMatchObject({ name: 'Xã An Hòa', tags: ['xa', 'bien'], parent: { code: 'HUYEN' } });
  });

  test('takes hundreds at once, children before parents', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `T${i}\tTrường số ${i}\tXA${i % 20}`);
    const parents = Array.from({ length: 20 }, (_, i) => `XA${i}\tXã số ${i}\t`);
    const { said } = await run('c.tsv', ['code\tname\tparent', ...rows, ...parents].join('\n'));
    expect(said).toBe('Imported 620 units: 620 new, 0 changed, 0 unchanged.');
    expect(await db.unit.count({ where: { parentId: { not: null } } })).toBe(600);
  });

  test('takes an Excel workbook, codes of digits included', async () => {
    const file = fileURLToPath(new URL('fixtures/units.xlsx', import.meta.url));
    expect(
      await importUnits([file], { write: () => undefined, writeError: () => undefined, isTty: false }, db),
    ).toBe(0);
    expect(await codes()).toEqual(['7', 'HUYEN', 'TH01']);
  });

  test('keeps the zeros before a code of digits', async () => {
    const { code } = await run('z.csv', 'code,name,parent\n01,Tỉnh,\n0012,Xã một,01');
    expect(code).toBe(0);
    expect(await codes()).toEqual(['0012', '01']);
  });

  test('names every bad row with its line and takes none', async () => {
    const { code, said } = await run(
      'd.csv',
      'code,name,parent\nA,"Xã\nmột",\n\nB,,\nC,Xã ba,NHA\nA,Xã bốn,',
    );
    expect(code).toBe(1);
    expect(said.split('\n').map((line) => line.split(':')[0])).toEqual([
      'line 5, column name (B)',
      'line 6, column parent (C)',
      'line 7, column code (A)',
      'Nothing was imported',
    ]);
    expect(await codes()).toEqual([]);
  });

  test.each<[string, string, string | Uint8Array]>([
    ['an empty file', 'holds no units', ''],
    ['a PDF', 'is no CSV text', '%PDF-1.7\n1 0 obj, 2'],
    ['a picture', 'is no CSV text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])],
    ['a broken workbook', 'is no Excel workbook', 'PK\u0003\u0004 not really'],
    ['prose', 'has no columns', 'Kính gửi các đơn vị'],
    ['a list in another encoding', 'is no CSV text', Buffer.from('code,name\nA,X\xe3', 'latin1')],
    ['an open quotation mark', 'quotation marks', 'code,name\nA,"Xã\nB,Xã'],
    ['a heading without rows', 'holds no units', 'code,name\n'],
    ['a heading without codes', 'has no column "code"', 'name,parent\nA,B'],
  ])('%s is refused in one sentence', async (_label, sentence, content) => {
    const { code, said } = await run('e.csv', content);
    expect([code, said.split('\n').length]).toEqual([1, 1]);
    expect(said).toContain(sentence);
    expect(await codes()).toEqual([]);
  });

  test('a file of 50 MB is refused unread, a missing one named', async () => {
    await writeFile(path.join(folder, 'big.csv'), '');
    await truncate(path.join(folder, 'big.csv'), 50 * 1024 * 1024);
    expect((await run('big.csv')).said).toContain('has 50 MB');
    expect((await run('none.csv')).said).toContain('There is no file');
  });
});
