import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse';
import type pg from 'pg';
import {
  clearTables,
  findSchemaName,
  insertRows,
  isEmptyDatabase,
  linkRows,
  listBackupTables,
  moveSequences,
  withSnapshot,
  type BackupTable,
} from '../store/backup.js';
import { decodeCell, readHead, type BackupHead } from './backup-format.js';
import type { ImportIo } from './import.js';
import { FileError } from './read-unit-file.js';
import { withBar } from './with-bar.js';

/** The head of a copy that `giaoban export` made; null for any other file or folder. */
export async function findBackup(file: string): Promise<BackupHead | null> {
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory())
    return readHead(await readFile(path.join(file, 'export.json'), 'utf8').catch(() => ''));
  if (!facts?.isFile()) return null;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(500), 0, 500, 0);
    return readHead(buffer.toString('utf8', 0, bytesRead).split('\n')[0] ?? '');
  } finally {
    await handle.close();
  }
}

/** Writes a copy into an empty database, all or nothing. Returns the exit code. Throws FileError. */
export async function restoreBackup(
  file: string,
  head: BackupHead,
  io: ImportIo,
  url: string,
): Promise<number> {
  const rows = await withSnapshot(url, 'write', async (client) => {
    const schema = await findSchemaName(client);
    if (schema !== head.schema)
      throw new FileError(
        `The copy has the schema ${head.schema}, the database has ${schema}: use the same version of Giaoban.`,
      );
    if (!(await isEmptyDatabase(client)))
      throw new FileError(
        'The database holds an organisation already: a copy is restored into an empty one.',
      );
    const tables = await listBackupTables(client);
    await clearTables(client, tables);
    const waiting = await withBar(io, 'rows', (bar) => {
      bar.start(head.rows);
      return insertAll(client, tables, readBatches(file, tables), bar.update);
    });
    if (waiting.count !== head.rows)
      throw new FileError(
        `The copy has ${waiting.count} rows and should have ${head.rows}: it is not whole.`,
      );
    for (const { table, rows } of waiting.links) await linkRows(client, table, rows);
    await moveSequences(client, tables);
    return waiting.count;
  });
  io.write(`Restored ${rows} rows.`);
  return 0;
}

interface Batch {
  table: string;
  /** JSON objects. */
  rows: string[];
}

/** What points to rows that come later is for the end. */
async function insertAll(
  client: pg.Client,
  tables: readonly BackupTable[],
  batches: AsyncIterable<Batch>,
  tell: (done: number) => void,
): Promise<{ count: number; links: { table: BackupTable; rows: string }[] }> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const links: { table: BackupTable; rows: string }[] = [];
  let count = 0;
  for await (const batch of batches) {
    const table = byName.get(batch.table);
    if (!table) throw new FileError(`There is no table ${batch.table}.`);
    const rows = `[${batch.rows.join(',')}]`;
    await insertRows(client, table, rows);
    if (table.lateLinks.length > 0) links.push({ table, rows });
    tell((count += batch.rows.length));
  }
  return { count, links };
}

const atOnce = 1_000;
/** Rows that carry whole files fill a batch much sooner. */
const signsAtOnce = 32 * 1024 * 1024;

/** Rows of one table together, as they come. */
async function* readBatches(file: string, tables: readonly BackupTable[]): AsyncGenerator<Batch> {
  const isFolder = (await stat(file)).isDirectory();
  let batch: Batch = { table: '', rows: [] };
  let signs = 0;
  for await (const { table, row } of isFolder ? readFolder(file, tables) : readLines(file)) {
    if (table !== batch.table || batch.rows.length >= atOnce || signs >= signsAtOnce) {
      if (batch.rows.length > 0) yield batch;
      batch = { table, rows: [] };
      signs = 0;
    }
    batch.rows.push(row);
    signs += row.length;
  }
  if (batch.rows.length > 0) yield batch;
}

interface Line {
  table: string;
  row: string;
}

const line = /^\{"table":"(\w+)","row":(\{.*\})\}$/s;

async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of splitLines(createReadStream(file, 'utf8'))) {
    number += 1;
    if (number === 1 || text === '') continue;
    const found = line.exec(text);
    if (!found) throw new FileError(`line ${number} is no row of an export: the file was changed or cut.`);
    yield { table: found[1]!, row: found[2]! };
  }
}

/** At `\n` alone: node:readline also splits at U+2028, which JSON lets stand in a reply. */
async function* splitLines(file: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string[] = [];
  for await (const part of file) {
    const lines = part.split('\n');
    // A row that carries a file comes in hundreds of parts.
    held.push(lines.shift()!);
    if (lines.length === 0) continue;
    const last = lines.pop()!;
    for (const text of [held.join(''), ...lines]) yield text.replace(/\r$/, '');
    held = [last];
  }
  yield held.join('');
}

async function* readFolder(folder: string, tables: readonly BackupTable[]): AsyncGenerator<Line> {
  for (const { name, columns } of tables) {
    const cast = (
      words: string,
      { quoting, header, column }: { quoting: boolean; header: boolean; column: string | number },
    ) =>
      header
        ? words
        : decodeCell(words, quoting, columns.find((one) => one.name === column)?.isJson ?? false);
    const rows = createReadStream(path.join(folder, `${name}.csv`)).pipe(
      parse({ columns: true, bom: true, cast }),
    );
    for await (const row of rows) yield { table: name, row: JSON.stringify(row) };
  }
}
