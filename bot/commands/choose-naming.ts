import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { setNaming } from '../../store/escalations.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';
import { authorise } from '../../services/authorise.js';

const words = new Map([
  ['on', true],
  ['co', true],
  ['bat', true],
  ['off', false],
  ['khong', false],
  ['tat', false],
]);

/** `/naming on|off`: whether the bot may name the unit's lead in this group. For the lead and the admins. */
export const namingCommand: Command = {
  names: ['naming', 'neuten'],
  places: ['unit'],
  async run(ctx, args) {
    const naming = words.get(foldText(args));
    if (naming === undefined) throw new UserError('escalation.naming.usage');
    await authorise(ctx, 'set-naming', ctx.chat.unitId);
    await setNaming(ctx.db, ctx.chat.id, naming);
    await answer(ctx, ctx.t(`escalation.naming.${naming ? 'on' : 'off'}`));
  },
};
