import { SingleBar } from 'cli-progress';
import { systemClock } from '../config/clock.js';
import { planUnits, type RowProblem, type UnitPlan } from '../core/units/plan-units.js';
import { readTable, type Table } from '../core/units/read-table.js';
import { texts } from '../locales/texts.js';
import { recordAudit } from '../store/audit.js';
import { transact, type Database } from '../store/db.js';
import { applyUnitPlan, listUnitFacts, lockUnits } from '../store/units.js';
import { FileError, readUnitFile } from './read-unit-file.js';

export interface ImportIo {
  write(line: string): void;
  writeError(line: string): void;
  isTty: boolean;
}

type Rows = Extract<Table, { kind: 'rows' }>;

/** `giaoban import FILE`: all rows or none. Returns the exit code. */
export async function importUnits(args: string[], io: ImportIo, db: Database): Promise<number> {
  const [file] = args;
  if (args.length !== 1 || !file) {
    io.writeError('Name one file: giaoban import units.csv');
    return 2;
  }
  try {
    const rows = checkTable(file, readTable(await readUnitFile(file)));
    const plan = await transact(db, (tx) => write(tx, rows, io));
    return report(plan, rows, io);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    io.writeError(error.message);
    return 1;
  }
}

function checkTable(file: string, table: Table): Rows {
  switch (table.kind) {
    case 'rows':
      return table;
    case 'empty':
      throw new FileError(
        `${file} holds no units: a heading (code, name, parent, tags, timeZone) and one row a unit.`,
      );
    case 'noColumn':
      throw new FileError(
        `${file} has no column "${table.column}": the first row must name code, name, parent, tags, timeZone.`,
      );
    case 'columnTwice':
      throw new FileError(`${file} has the column "${table.column}" twice: keep one of them.`);
  }
}

/** Plans on what is known at this moment and writes it, unless a row is faulty. */
async function write(tx: Parameters<typeof lockUnits>[0], table: Rows, io: ImportIo): Promise<UnitPlan> {
  await lockUnits(tx);
  const plan = planUnits(table.rows, await listUnitFacts(tx));
  const problems = [...table.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  if (problems.length > 0) return { ...plan, problems };
  const bar = io.isTty ? new SingleBar({ format: 'units [{bar}] {value}/{total}' }) : null;
  // New rows are written twice: first themselves, then with their parents.
  bar?.start(2 * plan.added.length + plan.changed.length, 0);
  const now = systemClock.now();
  await applyUnitPlan(tx, plan, { now, onWritten: (count) => bar?.update(count) });
  bar?.stop();
  const { added, changed } = plan;
  await recordAudit(tx, {
    at: now,
    personId: null,
    action: 'import-units',
    target: 'units',
    data: { added: added.map(({ code }) => code), changed: changed.map(({ code }) => code) },
  });
  return plan;
}

function report(plan: UnitPlan, table: Rows, io: ImportIo): number {
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
  const where = code === '' ? `line ${line}` : `line ${line} (${code})`;
  return `${where}: ${texts.en(`units.problem.${kind}`, { code, value })}`;
}
