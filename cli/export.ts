import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  countRows,
  findSchemaName,
  listBackupTables,
  streamRows,
  withSnapshot,
  type BackupTable,
} from '../store/backup.js';
import { encodeCsvRow, headLine } from './backup-format.js';
import type { ImportIo } from './import.js';
import { withBar } from './with-bar.js';

const usage = `Usage: giaoban export --out FILE            everything as JSON Lines
       giaoban export --format csv --out FOLDER   everything as CSV, a file a table`;

/** `giaoban export`: a copy of everything as of one moment, streamed. Returns the exit code. */
export async function exportAll(args: string[], io: ImportIo, url: string): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    io.writeError(usage);
    return 2;
  }
  const { format, out } = options;
  const total = await withSnapshot(url, 'read', async (client) => {
    const tables = await listBackupTables(client);
    const rows = await countRows(client, tables);
    const head = headLine(await findSchemaName(client), rows);
    const batches = () => streamRows(client, tables);
    await withBar(io, 'rows', async (bar) => {
      bar.start(rows);
      const source = { batches, tell: bar.increment };
      if (format === 'csv') await writeFolder(out, head, tables, source);
      else await writeLines(out, head, source);
    });
    return rows;
  });
  io.write(`${out}: ${total} rows.`);
  return 0;
}

function readOptions(args: string[]): { format: 'jsonl' | 'csv'; out: string } | null {
  try {
    const { values } = parseArgs({ args, options: { format: { type: 'string' }, out: { type: 'string' } } });
    const { format = 'jsonl', out } = values;
    return out !== undefined && (format === 'jsonl' || format === 'csv') ? { format, out } : null;
  } catch {
    return null; // an option that we do not have
  }
}

interface Source {
  batches: () => ReturnType<typeof streamRows>;
  tell: (rows: number) => void;
}

/** Under another name until it is whole: a copy that was cut short is never taken for one. */
async function writeLines(out: string, head: string, { batches, tell }: Source): Promise<void> {
  const unfinished = `${out}.part`;
  async function* lines() {
    yield `${head}\n`;
    for await (const batch of batches()) {
      yield batch.map(({ table, row }) => `{"table":${JSON.stringify(table)},"row":${row}}\n`).join('');
      tell(batch.length);
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(unfinished));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true }); // it is of no use, and the disk may be full of it
    throw error;
  }
}

async function writeFolder(
  out: string,
  head: string,
  tables: BackupTable[],
  { batches, tell }: Source,
): Promise<void> {
  await mkdir(out, { recursive: true });
  const rows = batches();
  let batch = await rows.next();
  for (const table of tables) {
    async function* lines() {
      yield `\ufeff${table.columns.map(({ name }) => name).join(',')}\r\n`;
      for (; !batch.done && batch.value[0]?.table === table.name; batch = await rows.next()) {
        yield batch.value.map(({ row }) => `${encodeCsvRow(table, row)}\r\n`).join('');
        tell(batch.value.length);
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(path.join(out, `${table.name}.csv`)));
  }
  // The last file: a folder without it is no whole copy.
  await writeFile(path.join(out, 'export.json'), `${head}\n`);
}
