import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { readProfileLines } from '../../core/report/profile-lines.js';
import { profileFields, type Profile } from '../../core/report/profile.js';
import { getLetterhead, setLetterhead } from '../../services/letterhead/set-letterhead.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';

/** `/letterhead`, `/thethuc địa danh: Mẫu Sơn`: what the organisation's documents look like, in the language of the chat. */
export const letterheadCommand: Command = {
  names: ['letterhead', 'thethuc'],
  places: ['private', 'office'],
  right: 'set-letterhead',
  async run(ctx, args) {
    const before = await getLetterhead(ctx, ctx.locale);
    if (args === '') return answer(ctx, { text: showProfile(ctx, before) });
    const read = readProfileLines(args, before);
    if ('kind' in read) throw new UserError(`letterhead.${read.kind}`, { line: read.line.slice(0, 60) });
    const said = await setLetterhead(ctx, ctx.locale, read);
    await answer(ctx, { text: joinLines([[plain(said)], [], showProfile(ctx, read)]) });
  },
};

function showProfile({ t }: Context, profile: Profile): RichText {
  const lines = profileFields.map((field): RichText => {
    const value = profile[field];
    const words = typeof value === 'string' ? value : value.join('; ');
    return [
      plain(`${t(`letterhead.field.${field}`)}: `),
      plain(words === '' ? t('letterhead.empty') : words),
    ];
  });
  return joinLines([[bold(t('letterhead.title'))], ...lines, [], [plain(t('letterhead.hint'))]]);
}
