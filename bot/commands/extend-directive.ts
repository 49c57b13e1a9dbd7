import { extend } from '../../services/changes/extend-directive.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import { findUnit, type Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';

/**
 * `/extend 12 17:00 5/12` for all units, `/extend 12 XA07 17:00 5/12` for one. `/extend 12 XA07 yes` or `no, because …`
 * answers a request, where there are no buttons.
 */
export const extendCommand: Command = {
  names: ['extend', 'giahan'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'extend');
    const directive = await findChangeable(ctx, number);
    const { unit, words } = await readUnit(ctx, rest);
    await answer(ctx, await extend(ctx, directive, unit, words));
  },
};

/** The first word may be a unit's code; a word before the deadline such as `hạn`, `đến` says nothing more. */
async function readUnit(ctx: Context, rest: string): Promise<{ unit: Unit | null; words: string }> {
  const [first = '', ...others] = rest.split(/\s+/);
  const unit = await findUnit(ctx.db, first);
  const words = unit ? others.join(' ') : rest;
  return { unit, words: words.replace(/^(?:hạn|han|due|đến|den|to|until)(?::\s*|\s+)/iu, '') };
}
