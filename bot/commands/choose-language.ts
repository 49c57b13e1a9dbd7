import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { texts, type Locale } from '../../locales/texts.js';
import { chooseChatLocale } from '../../store/groups.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { setGroupLanguage } from '../../services/groups/set-group.js';

const words = new Map<string, Locale>([
  ['vi', 'vi'],
  ['viet', 'vi'],
  ['tieng viet', 'vi'],
  ['vietnamese', 'vi'],
  ['en', 'en'],
  ['anh', 'en'],
  ['tieng anh', 'en'],
  ['english', 'en'],
]);

/** `/language vi|en`: of a person in private, of a group for its lead and the admins. */
export const languageCommand: Command = {
  names: ['language', 'ngonngu'],
  places: ['private', 'office', 'unit', 'none'],
  async run(ctx, args) {
    const locale = words.get(foldText(args));
    if (!locale) throw new UserError('setup.form.language');
    const { db, chat } = ctx;
    if (chat.role !== 'private') return answer(ctx, await setGroupLanguage(ctx, chat, locale));
    await chooseChatLocale(db, { personId: getSpeaker(ctx).personId }, locale);
    await answer(ctx, texts[locale]('setup.languageChosen'));
  },
};
