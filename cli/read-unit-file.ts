import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { listLimit, readUnitList, tooLarge, type UnitList } from '../services/units/read-unit-list.js';

/** A file that cannot be taken: the message is one sentence that says what to do. */
export class FileError extends Error {}

/** The list of units in a file. Throws FileError when the file can't be read, UserError when it is no list. */
export async function readUnitFile(file: string): Promise<UnitList> {
  const name = path.basename(file);
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) throw new FileError(`There is no file ${file}.`);
  if (facts.size > listLimit) throw tooLarge(name, facts.size);
  const bytes = await readFile(file).catch(() => {
    throw new FileError(`${name} cannot be read: check the rights on it.`);
  });
  return readUnitList(name, bytes);
}
