import { systemClock } from '../config/clock.js';
import { UserError } from '../core/errors.js';
import { columnOf, type RowProblem, type UnitPlan } from '../core/units/plan-units.js';
import { texts } from '../locales/texts.js';
import { importUnits as takeUnits } from '../services/units/import-units.js';
import type { UnitList } from '../services/units/read-unit-list.js';
import { transact, type Database, type Db } from '../store/db.js';
import { FileError, readUnitFile } from './read-unit-file.js';
import { withBar } from './with-bar.js';

export interface ImportIo {
  write(line: string): void;
  writeError(line: string): void;
  isTty: boolean;
}

/** `giaoban import FILE`: all rows or none. Returns the exit code. */
export async function importUnits(args: string[], io: ImportIo, db: Database): Promise<number> {
  const [file] = args;
  if (args.length !== 1 || !file) {
    io.writeError('Name one file: giaoban import units.csv');
    return 2;
  }
  try {
    const list = await readUnitFile(file);
    const plan = await transact(db, (tx) => write(tx, list, io));
    return report(plan, list, io);
  } catch (error) {
    if (error instanceof UserError) io.writeError(texts.en(error.key, error.values));
    else if (error instanceof FileError) io.writeError(error.message);
    else throw error;
    return 1;
  }
}

/** Plans on what is known at this moment and writes it, unless a row is faulty. */
function write(db: Db, list: UnitList, io: ImportIo): Promise<UnitPlan> {
  return withBar(io, 'units', (bar) =>
    takeUnits(db, list, {
      ...{ now: systemClock.now(), personId: null },
      onPlanned: bar.start,
      onWritten: bar.update,
    }),
  );
}

function report(plan: UnitPlan, table: UnitList, io: ImportIo): number {
  const { added, changed, unchanged, problems } = plan;
  if (table.ignored.length > 0) io.writeError(`Columns left out: ${table.ignored.join(', ')}.`);
  if (problems.length === 0) {
    io.write(
      `Imported ${table.rows.length} units: ${added.length} new, ${changed.length} changed, ${unchanged} unchanged.`,
    );
    return 0;
  }
  for (const problem of problems) io.writeError(sayProblem(problem));
  const bad = new Set(problems.map(({ line }) => line)).size;
  io.writeError(`Nothing was imported: ${bad} of ${table.rows.length} rows are faulty.`);
  return 1;
}

function sayProblem({ line, code, kind, value }: RowProblem): string {
  const column = columnOf(kind);
  const cell = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  const where = code === '' ? cell : `${cell} (${code})`;
  return `${where}: ${texts.en(`units.problem.${kind}`, { code, value })}`;
}
