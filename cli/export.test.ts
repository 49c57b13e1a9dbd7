import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listBackupTables, streamRows, withSnapshot } from '../store/backup.js';
import { openDatabase } from '../store/db.js';
import { reviseReply } from '../store/replies.js';
import { createDatabase } from '../test/harness/database.js';
import { createRandom, fillLedger } from '../test/reports/ledger.js';
import { exportAll } from './export.js';
import { importFile } from './import-file.js';

let folder: string;
let full: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'giaoban-export-'));
  full = await createDatabase('servers');
  const db = openDatabase(full);
  await fillLedger(db, createRandom(3));
  await addHistory(db);
  await db.$disconnect();
});
afterAll(() => rm(folder, { recursive: true }));

/** Versions, an entry of the log, words that are hard to carry, a child before its parent. */
async function addHistory(db: ReturnType<typeof openDatabase>) {
  const reply = await db.reply.findFirstOrThrow({ include: { versions: true } });
  const said = reply.versions[0]!.reading as never;
  const text = '=1+1, "trích"\r\ndòng 2 \\u0000 😀\t\u2028';
  await reviseReply(db, reply.id, {
    text,
    said,
    state: 'corrected',
    personId: null,
    at: new Date('2026-11-01T00:00:00.123Z'),
  });
  await db.reply.updateMany({ where: { id: { lt: reply.id + 3 } }, data: { note: '' } });
  await db.auditLog.create({
    data: { at: new Date(), action: 'add-unit', target: 'unit:XA1', data: { a: [1, null, '-x'] } },
  });
  const last = await db.unit.create({ data: { code: 'CUOI', name: "'=đơn vị", tags: ['a,b', 'c"d'] } });
  await db.unit.update({ where: { code: 'XA0' }, data: { parentId: last.id } });
}

async function run(work: typeof exportAll, args: string[], url: string) {
  const said: string[] = [];
  const write = (line: string) => void said.push(line);
  const code = await work(args, { write, writeError: write, isTty: false }, url);
  return { code, said: said.join('\n') };
}

const readAll = (url: string) =>
  withSnapshot(url, 'read', async (client) => {
    const rows: string[] = [];
    for await (const batch of streamRows(client, await listBackupTables(client)))
      rows.push(...batch.map(({ table, row }) => `${table} ${row}`));
    return rows;
  });

describe.each(['jsonl', 'csv'])('a copy as %s', (format) => {
  test('comes back equal on another database, and life goes on there', async () => {
    const out = path.join(folder, `copy-${format}`);
    const { said } = await run(exportAll, ['--format', format, '--out', out], full);
    const before = await readAll(full);
    expect(said).toBe(`${out}: ${before.length} rows.`);
    expect(before.length).toBeGreaterThan(500);
    const empty = await createDatabase('servers');
    expect(await run(importFile, [out], empty)).toEqual({ code: 0, said: `Restored ${before.length} rows.` });
    expect(await readAll(empty)).toEqual(before);
    const db = openDatabase(empty);
    await db.unit.create({ data: { code: 'MOI', name: 'Đơn vị mới' } });
    await db.$disconnect();
    const again = await run(importFile, [out], empty);
    expect(again).toEqual({
      code: 1,
      said: 'The database holds an organisation already: a copy is restored into an empty one.',
    });
  });
});

describe('what is no whole copy', () => {
  const copy = () => path.join(folder, 'copy-jsonl');
  const refused = async (name: string, change: (text: string) => string) => {
    const file = path.join(folder, name);
    await writeFile(file, change(await readFile(copy(), 'utf8')));
    const url = await createDatabase('servers');
    const { code, said } = await run(importFile, [file], url);
    expect(code).toBe(1);
    expect(await readAll(url)).toEqual([]);
    return said;
  };
  test('is refused, and nothing of it is written', async () => {
    const cut = await refused('cut.jsonl', (text) => `${text.split('\n').slice(0, 100).join('\n')}\n`);
    expect(cut).toMatch(/^The copy has 99 rows and should have \d+: it is not whole\.$/);
    expect(await refused('half.jsonl', (text) => text.slice(0, 20_000))).toMatch(/is no row of an export/);
    expect(await refused('old.jsonl', (text) => text.replace(/"schema":"[^"]*"/, '"schema":"1"'))).toMatch(
      /use the same version/,
    );
  });
  test('holds no tokens', async () => {
    const client = new pg.Client({ connectionString: full });
    await client.connect();
    await client.query(`insert into "ChannelToken" (channel, "accessToken") values ('x', 'secret-token')`);
    await client.query(
      `insert into "WebLink" ("keyHash", "expiresAt") values ('secret-token', '2026-11-30T00:00:00Z')`,
    );
    await client.end();
    await run(exportAll, ['--out', copy()], full);
    expect(await readFile(copy(), 'utf8')).not.toContain('secret-token');
  });
  test('wrong options are answered with the usage', async () => {
    expect(await run(exportAll, ['--format', 'xml', '--out', 'x'], full)).toMatchObject({ code: 2 });
  });
});
