import { readCascadeWish } from '../../core/cascade/read-wish.js';
import { UserError } from '../../core/errors.js';
import { splitCode } from '../../core/reading/code.js';
import { doCascadeWish } from '../cascade/take-wish.js';
import type { Command } from '../command.js';
import { chooseUnit, type UnitHints } from '../replies/answer-elsewhere.js';
import { getTarget } from '../replies/find-target.js';
import { readArguments } from './report-progress.js';

const passOnHints: UnitHints = { usage: 'cascade.usage', whichUnit: 'cascade.whichUnit' };

/** `/pass 12`, outside the unit's group `/pass 12 XA01`: to the units below; words behind it are added. */
export const passOnCommand: Command = {
  names: ['pass', 'chuyen'],
  places: ['unit', 'private', 'office'],
  right: 'pass-on',
  async run(ctx, args) {
    const { code: number, note } = splitCode(readArguments(args));
    if (number === null) throw new UserError('cascade.usage');
    const own = ctx.chat.role === 'unit' ? ctx.chat.unitId : null;
    const { unitId, words } =
      own === null
        ? await chooseUnit(ctx, { number, note, hints: passOnHints })
        : { unitId: own, words: note };
    const target = await getTarget(ctx, { number, unitId });
    const wish = readCascadeWish(words);
    await doCascadeWish(ctx, target, wish ?? { do: 'pass-on', words: words.replace(/^:\s*/, '') });
  },
};
