import { inOneOrder, isLikeACode, takeCodes } from '../../core/corrections/named-codes.js';
import { UserError } from '../../core/errors.js';
import { extend } from '../../services/changes/extend-directive.js';
import { findChangeable, readNumber } from '../../services/changes/find-changeable.js';
import { getUnit } from '../../services/find-unit.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';

/**
 * `/extend 12 17:00 5/12` for all units, `/extend 12 XA07, XA08 17:00 5/12` for those. `/extend 12 XA07 yes` or `no, because …`
 * answers a request, where there are no buttons.
 */
export const extendCommand: Command = {
  names: ['extend', 'giahan'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'extend');
    const directive = await findChangeable(ctx, number);
    const { units, words } = await readUnits(ctx, rest);
    const lines: string[] = [];
    for (const unit of units.length > 0 ? units : [null])
      lines.push(await extend(ctx, directive, unit, words));
    await answer(ctx, lines.join('\n'));
  },
};

/** The first words may be units' codes; a word before the deadline such as `hạn`, `đến` says nothing more. */
async function readUnits(ctx: Context, rest: string): Promise<{ units: Unit[]; words: string }> {
  const known = new Set((await listUnits(ctx.db)).map(({ code }) => code));
  const { codes, words } = takeCodes(rest, known);
  const [first = ''] = codes;
  const isNamed = known.has(first.toUpperCase());
  if (!isNamed && isLikeACode(first, known)) throw new UserError('units.unknown', { code: first });
  const units: Unit[] = [];
  for (const code of isNamed ? inOneOrder(codes) : []) units.push(await getUnit(ctx, code));
  return {
    units,
    words: (isNamed ? words : rest).replace(/^(?:hạn|han|due|đến|den|to|until)(?::\s*|\s+)/iu, ''),
  };
}
