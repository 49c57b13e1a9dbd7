import { UserError } from '../../core/errors.js';
import { parseUnitLines } from '../../core/units/unit-lines.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import { changeUnits } from '../../services/units/change-units.js';
import { removeUnits } from '../../services/units/remove-units.js';
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
    if (removed.length < lines.length) throw new UserError('units.form.removeAlone');
    const codes = removed.map(({ code }) => code);
    await answer(ctx, await removeUnits(ctx, codes));
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
