import { UserError } from '../../core/errors.js';
import { parseUnitLines } from '../../core/units/unit-lines.js';
import { lockUnits, removeUnit } from '../../store/units.js';
import { audit } from '../../services/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import { getUnit } from '../../services/find-unit.js';
import { changeUnits } from '../../services/units/change-units.js';
import { findReachable, listTree } from '../setup/list-units.js';

/** `/units` lists the tree; `/units add|rename|move|tag|remove …` changes it, several lines at once or none of them. */
export const unitsCommand: Command = {
  names: ['units', 'donvi'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const lines = parseUnitLines(args);
    if (!lines) return showUnits(ctx, args);
    const removed = lines.filter((line) => line.op === 'remove');
    const changing = lines.filter((line) => line.op !== 'remove');
    if (removed.length === 0) return answer(ctx, await changeUnits(ctx, changing));
    await authorise(ctx, 'manage-units');
    await lockUnits(ctx.db);
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
