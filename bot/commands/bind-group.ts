import { UserError } from '../../core/errors.js';
import { askToLink } from '../accounts/ask-to-link.js';
import type { Command } from '../command.js';
import { bindGroup } from '../setup/bind-group.js';
import { takeCode } from '../setup/take-code.js';

/** `/bind CODE` in a group. The code is the right: a hidden admin may say it too. */
export const bindGroupCommand: Command = {
  names: ['bind', 'gan', 'dangky'],
  places: ['none', 'unit', 'office'],
  async run(ctx, args) {
    const [code] = args.split(/\s+/u);
    if (!code) throw new UserError('setup.form.bind');
    const invite = await takeCode(ctx, code);
    if (invite?.purpose === 'account') return askToLink(ctx, invite);
    if (invite) await bindGroup(ctx, invite);
  },
};
