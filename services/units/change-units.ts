import { UserError } from '../../core/errors.js';
import { planUnits, type UnitFacts, type UnitPlan, type UnitRow } from '../../core/units/plan-units.js';
import { parseTag, parseUnitCode } from '../../core/units/unit-code.js';
import type { UnitLine } from '../../core/units/unit-lines.js';
import { applyUnitPlan, listUnitFacts, lockUnits } from '../../store/units.js';
import { audit } from '../audit.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';

/** What adds or changes; removing is another thing. */
export type ChangingLine = Exclude<UnitLine, { op: 'remove' }>;

/** Changes the tree by these lines, all or none. Returns the sentence that says so. Throws UserError for the first fault. */
export async function changeUnits(ctx: Deed, lines: readonly ChangingLine[]): Promise<string> {
  return write(ctx, (known) => lines.map((line, index) => createRow(line, index + 1, known)));
}

/** Gives a unit other facts; what is not named stays. Returns the sentence that says so. Throws UserError for the first fault. */
export async function reviseUnit(
  ctx: Deed,
  code: string,
  facts: Pick<UnitRow, 'name' | 'parent' | 'tags' | 'timeZone'>,
): Promise<string> {
  return write(ctx, (known) => {
    if (!known.some((unit) => unit.code === parseUnitCode(code)))
      throw new UserError('units.unknown', { code });
    return [{ line: 1, code, ...facts }];
  });
}

async function write(ctx: Deed, read: (known: readonly UnitFacts[]) => UnitRow[]): Promise<string> {
  const { db, now } = ctx;
  await authorise(ctx, 'manage-units');
  await lockUnits(db);
  const known = await listUnitFacts(db);
  const rows = read(known);
  const plan = planUnits(rows, known);
  refuseProblems(ctx, plan, rows.length);
  await applyUnitPlan(db, plan, { now });
  for (const unit of plan.added) await audit(ctx, 'add-unit', `unit:${unit.code}`, { ...unit });
  for (const unit of plan.changed) await audit(ctx, 'change-unit', `unit:${unit.code}`, { ...unit });
  return sayPlan(ctx, plan);
}

function sayPlan(ctx: Deed, { added, changed }: UnitPlan): string {
  const { t } = ctx;
  const [only, ...others] = [...added, ...changed];
  if (!only) return t('units.nothingChanged');
  if (others.length === 0)
    return t(added.length ? 'units.added' : 'units.changed', { unit: sayUnit(ctx, only) });
  return [
    ...(added.length > 0 ? [t('units.addedCount', { count: added.length })] : []),
    ...(changed.length > 0 ? [t('units.changedCount', { count: changed.length })] : []),
  ].join(' ');
}

function sayUnit({ t }: Deed, { code, name, parentCode, tags }: UnitFacts): string {
  const under = parentCode === null ? [] : [t('units.under', { code: parentCode })];
  return [`${code} – ${name}`, ...under, ...tags.map((tag) => `#${tag}`)].join(', ');
}

/** A line of the command as a row of a list. Throws UserError where the list would take what the command does not mean. */
function createRow(line: ChangingLine, number: number, known: readonly UnitFacts[]): UnitRow {
  const code = parseUnitCode(line.code);
  const unit = known.find((one) => one.code === code);
  if (line.op === 'add' && unit) throw new UserError('units.exists', { code: unit.code, name: unit.name });
  if (line.op !== 'add' && !unit) throw new UserError('units.unknown', { code: line.code });
  const row = { line: number, code: line.code };
  switch (line.op) {
    case 'add':
      return { ...row, name: line.name, parent: line.parent, tags: line.tags.join(' ') };
    case 'rename':
      return { ...row, name: line.name };
    case 'move':
      return { ...row, parent: line.parent };
    case 'tag': {
      const drop = new Set(line.drop.map((tag) => parseTag(tag)));
      return {
        ...row,
        tags: [...unit!.tags, ...line.add].filter((tag) => !drop.has(parseTag(tag))).join(' '),
      };
    }
  }
}

/** The first problem as one sentence, with its line where there are several. */
function refuseProblems({ t }: Deed, plan: UnitPlan, lineCount: number): void {
  const [first] = plan.problems;
  if (!first) return;
  const { kind, code, value, line } = first;
  if (lineCount === 1) throw new UserError(`units.problem.${kind}`, { code, value });
  throw new UserError('units.atLine', { line, problem: t(`units.problem.${kind}`, { code, value }) });
}
