import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { acceptAll } from '../../services/acceptance/accept-all.js';
import { accept, giveBack } from '../../services/acceptance/decide.js';
import { findAwaited } from '../../services/acceptance/find-awaited.js';
import { showAwaited, showAwaiting } from '../acceptance/show-awaiting.js';
import { getDirective, readNumber } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';
import { shorten } from '../../services/replies/words.js';

const everyone = new Set(['tat ca', 'het', 'all']);
const longestWord = 500;

/** `/accept` lists what waits, `/accept 12` unit by unit; `/accept 12 XA01` or `all` accepts. */
export const acceptCommand: Command = {
  names: ['accept', 'nghiemthu'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    if (args === '') return showAwaited(ctx);
    const { number, rest } = readNumber(args, 'accept');
    const directive = await getDirective(ctx, number);
    if (rest === '') return showAwaiting(ctx, directive);
    const isAll = everyone.has(foldText(rest));
    await answer(
      ctx,
      isAll
        ? await acceptAll(ctx, directive, Infinity)
        : await accept(ctx, await findAwaited(ctx, directive, rest)),
    );
  },
};

/** `/return 12 XA01 thiếu ảnh`: to be done again, and why. */
export const returnCommand: Command = {
  names: ['return', 'tralai'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'return');
    const [, code = '', word = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
    if (word === '') throw new UserError('change.usage.return');
    const request = await findAwaited(ctx, await getDirective(ctx, number), code);
    await answer(ctx, await giveBack(ctx, request, shorten(word, longestWord)));
  },
};
