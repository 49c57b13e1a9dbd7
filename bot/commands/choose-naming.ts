import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { setGroupNaming } from '../../services/groups/set-group.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';

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
    await answer(ctx, await setGroupNaming(ctx, ctx.chat, naming));
  },
};
