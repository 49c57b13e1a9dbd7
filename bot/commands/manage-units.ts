import { UserError } from '../../core/errors.js';
import { planUnits, type UnitFacts, type UnitPlan, type UnitRow } from '../../core/units/plan-units.js';
import { parseTag, parseUnitCode } from '../../core/units/unit-code.js';
import { parseUnitLines, type UnitLine } from '../../core/units/unit-lines.js';
import { applyUnitPlan, listUnitFacts, lockUnits, removeUnit } from '../../store/units.js';
import { audit } from '../../services/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import { getUnit } from '../../services/find-unit.js';
import { findReachable, listTree } from '../setup/list-units.js';

/** `/units` lists the tree; `/units add|rename|move|tag|remove …` changes it, several lines at once or none of them. */
export const unitsCommand: Command = {
  names: ['units', 'donvi'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const lines = parseUnitLines(args);
    if (!lines) return showUnits(ctx, args);
    await authorise(ctx, 'manage-units');
    await lockUnits(ctx.db);
    const removed = lines.filter((line) => line.op === 'remove');
    if (removed.length === 0) return changeUnits(ctx, lines);
    if (removed.length < lines.length) throw new UserError('units.form.removeAlone');
    await removeUnits(
      ctx,
      removed.map(({ code }) => code),
    );
  },
};

async function showUnits(ctx: Context, args: string): Promise<void> {
  const units = await findReachable(ctx, 'watch');
  const code = args.trim();
  if (/\s/.test(code)) throw new UserError('units.form.any');
  const top = code === '' ? null : units.find((unit) => unit.code === code.toUpperCase());
  if (top === undefined) throw new UserError('units.unknown', { code });
  if (units.length === 0) return answer(ctx, ctx.t('units.none'));
  await answer(ctx, { text: await listTree(ctx, units, top?.id ?? null) });
}

async function changeUnits(ctx: Context, lines: UnitLine[]): Promise<void> {
  const { db, now, t } = ctx;
  const known = await listUnitFacts(db);
  const rows = lines.map((line, index) => createRow(line, index + 1, known));
  const plan = planUnits(rows, known);
  refuseProblems(ctx, plan, lines.length);
  await applyUnitPlan(db, plan, { now });
  for (const unit of [...plan.added, ...plan.changed])
    await audit(ctx, plan.added.includes(unit) ? 'add-unit' : 'change-unit', `unit:${unit.code}`, {
      ...unit,
    });
  const touched = [...plan.added, ...plan.changed];
  const [only] = touched;
  if (!only) return answer(ctx, t('units.nothingChanged'));
  if (touched.length === 1)
    return answer(ctx, t(plan.added.length ? 'units.added' : 'units.changed', { unit: sayUnit(ctx, only) }));
  await answer(
    ctx,
    [
      ...(plan.added.length > 0 ? [t('units.addedCount', { count: plan.added.length })] : []),
      ...(plan.changed.length > 0 ? [t('units.changedCount', { count: plan.changed.length })] : []),
    ].join(' '),
  );
}

function sayUnit({ t }: Context, { code, name, parentCode, tags }: UnitFacts): string {
  const under = parentCode === null ? [] : [t('units.under', { code: parentCode })];
  return [`${code} – ${name}`, ...under, ...tags.map((tag) => `#${tag}`)].join(', ');
}

/** A line of the command as a row of a list. Throws UserError where the list would take what the command does not mean. */
function createRow(line: UnitLine, number: number, known: readonly UnitFacts[]): UnitRow {
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
    case 'remove':
      return row;
  }
}

/** The first problem as one sentence, with its line where there are several. */
function refuseProblems({ t }: Context, plan: UnitPlan, lineCount: number): void {
  const [first] = plan.problems;
  if (!first) return;
  const { kind, code, value, line } = first;
  if (lineCount === 1) throw new UserError(`units.problem.${kind}`, { code, value });
  throw new UserError('units.atLine', { line, problem: t(`units.problem.${kind}`, { code, value }) });
}

async function removeUnits(ctx: Context, codes: string[]): Promise<void> {
  const { db, t } = ctx;
  for (const code of codes) {
    const unit = await getUnit(ctx, code);
    const use = await removeUnit(db, unit.id);
    if (use) throw new UserError(`units.inUse.${use}`, { code: unit.code });
    await audit(ctx, 'remove-unit', `unit:${unit.code}`, { name: unit.name });
  }
  await answer(
    ctx,
    t('units.removed', { codes: codes.map((code) => code.toUpperCase()).join(', '), count: codes.length }),
  );
}
