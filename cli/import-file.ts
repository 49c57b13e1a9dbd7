import { openDatabase } from '../store/db.js';
import { importUnits, type ImportIo } from './import.js';
import { FileError } from './read-unit-file.js';
import { findBackup, restoreBackup } from './restore.js';

/** `giaoban import`: a list of units, or what `giaoban export` wrote; the file itself tells. Returns the exit code. */
export async function importFile(args: string[], io: ImportIo, url: string): Promise<number> {
  const [file] = args;
  const head = args.length === 1 && file ? await findBackup(file) : null;
  if (head && file)
    return restoreBackup(file, head, io, url).catch((error: unknown) => {
      if (!(error instanceof FileError)) throw error;
      io.writeError(error.message);
      return 1;
    });
  const db = openDatabase(url, 4);
  try {
    return await importUnits(args, io, db);
  } finally {
    await db.$disconnect();
  }
}
