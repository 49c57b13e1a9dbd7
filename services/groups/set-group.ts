import { texts, type Locale } from '../../locales/texts.js';
import { setNaming } from '../../store/escalations.js';
import { chooseChatLocale } from '../../store/groups.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';

interface Group {
  id: number;
  unitId: number | null;
}

/** Chooses the language of a group. Returns what to say, in that language. Throws UserError without the right to. */
export async function setGroupLanguage(ctx: Deed, { id, unitId }: Group, locale: Locale): Promise<string> {
  await authorise(ctx, 'set-language', unitId);
  await chooseChatLocale(ctx.db, { chatId: id }, locale);
  return texts[locale]('setup.languageChosen');
}

/** Whether the bot may name the unit's lead in its group. Returns what to say. Throws UserError without the right to. */
export async function setGroupNaming(ctx: Deed, { id, unitId }: Group, naming: boolean): Promise<string> {
  await authorise(ctx, 'set-naming', unitId);
  await setNaming(ctx.db, id, naming);
  return ctx.t(`escalation.naming.${naming ? 'on' : 'off'}`);
}
