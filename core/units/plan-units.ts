import { isReservedCode, parseTag, parseUnitCode, splitTags, tidyName } from './unit-code.js';

/** A unit as lists and chats name it: by codes, without ids. */
export interface UnitFacts {
  code: string;
  name: string;
  parentCode: string | null;
  tags: string[];
  timeZone: string | null;
}

/** What a row of a list or a line of a command says. A cell that is undefined leaves what is known as it is. */
export interface UnitRow {
  line: number;
  code: string;
  name?: string | undefined;
  parent?: string | undefined;
  tags?: string | undefined;
  timeZone?: string | undefined;
}

export type ProblemKind =
  | 'noCode'
  | 'badCode'
  | 'reservedCode'
  | 'twice'
  | 'noName'
  | 'longName'
  | 'unknownParent'
  | 'cycle'
  | 'badTag'
  | 'badZone'
  | 'tooManyCells';

const columns: Record<ProblemKind, keyof Omit<UnitRow, 'line'> | null> = {
  noCode: 'code',
  badCode: 'code',
  reservedCode: 'code',
  twice: 'code',
  noName: 'name',
  longName: 'name',
  unknownParent: 'parent',
  cycle: 'parent',
  badTag: 'tags',
  badZone: 'timeZone',
  tooManyCells: null,
};

/** The column of a list that holds what is at fault; null: one that the heading does not name. */
export const columnOf = (kind: ProblemKind): string | null => columns[kind];

/** Why a row can't be taken. `value` is the word at fault. */
export interface RowProblem {
  line: number;
  code: string;
  kind: ProblemKind;
  value: string;
}

export interface UnitPlan {
  added: UnitFacts[];
  changed: UnitFacts[];
  unchanged: number;
  problems: RowProblem[];
}

const nameLimit = 200;

/**
 * What the rows make of the units that are known: which are new, which change. All problems of all rows are named,
 * a row's first one only; with any problem nothing may be written. Parents may come after their children.
 */
export function planUnits(rows: readonly UnitRow[], known: readonly UnitFacts[]): UnitPlan {
  const before = new Map(known.map((unit) => [unit.code, unit]));
  const after = new Map(before);
  const lines = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const unit = readRow(row, before, lines);
    if ('kind' in unit) problems.push(unit);
    else after.set(unit.code, unit);
    const code = parseUnitCode(row.code);
    if (code && !lines.has(code)) lines.set(code, row.line);
  }
  problems.push(...checkParents(rows, after, lines));
  problems.sort((a, b) => a.line - b.line);
  const touched = [...lines.keys()].flatMap((code) => after.get(code) ?? []);
  const added = touched.filter(({ code }) => !before.has(code));
  const changed = touched.filter((unit) => before.has(unit.code) && !isSame(unit, before.get(unit.code)!));
  return { added, changed, unchanged: touched.length - added.length - changed.length, problems };
}

/** Whether an IANA time zone of this name exists. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function readRow(
  row: UnitRow,
  before: ReadonlyMap<string, UnitFacts>,
  lines: ReadonlyMap<string, number>,
): UnitFacts | RowProblem {
  const code = parseUnitCode(row.code);
  const problem = (kind: ProblemKind, value = ''): RowProblem => ({
    line: row.line,
    code: code ?? row.code.trim(),
    kind,
    value,
  });
  if (row.code.trim() === '') return problem('noCode');
  if (!code) return problem('badCode', row.code.trim());
  if (isReservedCode(code)) return problem('reservedCode', code);
  if (lines.has(code)) return problem('twice', String(lines.get(code)));
  const old = before.get(code);
  const name = row.name === undefined ? (old?.name ?? '') : tidyName(row.name);
  if (name === '') return problem('noName');
  if (name.length > nameLimit) return problem('longName', String(nameLimit));
  const tags = row.tags === undefined ? (old?.tags ?? []) : splitTags(row.tags);
  const badTag = tags.find((tag) => parseTag(tag) === null);
  if (badTag !== undefined) return problem('badTag', badTag);
  const zone = row.timeZone === undefined ? (old?.timeZone ?? null) : row.timeZone.trim() || null;
  if (zone !== null && !isTimeZone(zone)) return problem('badZone', zone);
  const parent = row.parent === undefined ? (old?.parentCode ?? null) : row.parent.trim() || null;
  const parentCode = parent === null ? null : (parseUnitCode(parent) ?? parent);
  return { code, name, parentCode, tags: tags.map((tag) => parseTag(tag)!), timeZone: zone };
}

/** Parents that nobody knows and rows that stand below themselves: checked when all rows are read. */
function checkParents(
  rows: readonly UnitRow[],
  after: ReadonlyMap<string, UnitFacts>,
  lines: ReadonlyMap<string, number>,
): RowProblem[] {
  // A parent whose own row is faulty is not unknown: naming it twice helps nobody.
  const named = new Set(rows.flatMap((row) => parseUnitCode(row.code) ?? []));
  return [...lines].flatMap(([code, line]): RowProblem[] => {
    const parent = after.get(code)?.parentCode ?? null;
    if (parent === null) return [];
    if (!after.has(parent))
      return named.has(parent) ? [] : [{ line, code, kind: 'unknownParent', value: parent }];
    const cycle = findCycle(code, after);
    return cycle ? [{ line, code, kind: 'cycle', value: cycle.join(' → ') }] : [];
  });
}

/** The codes from this one up to itself again; null when its way up ends. */
function findCycle(code: string, units: ReadonlyMap<string, UnitFacts>): string[] | null {
  const path = [code];
  for (let at = units.get(code)?.parentCode ?? null; at !== null; at = units.get(at)?.parentCode ?? null) {
    if (at === code) return [...path, code];
    if (path.includes(at)) return null; // a cycle above it is named at its own rows
    path.push(at);
  }
  return null;
}

function isSame(a: UnitFacts, b: UnitFacts): boolean {
  return (
    a.name === b.name &&
    a.parentCode === b.parentCode &&
    a.timeZone === b.timeZone &&
    [...a.tags].sort().join(' ') === [...b.tags].sort().join(' ')
  );
}
