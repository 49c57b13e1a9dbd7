import { localeOf, texts } from '../../locales/texts.js';
import { getSpeaker } from '../../services/authorise.js';
import { listUnpassed, proposePassing } from '../../services/cascade/propose-passing.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import type { ChatWithUnit } from '../../store/chats.js';
import { findPrivateChat } from '../../store/people.js';
import { toast, type Context } from '../context.js';
import { showDraft } from '../dialogues/compose-directive.js';

/**
 * A lead passes a part on to the units right below, as a draft to be looked at. It is shown in private where the lead has
 * written to the bot, else where they are.
 */
export async function startPassing(ctx: Context, target: OpenTarget, own: string): Promise<void> {
  const units = await listUnpassed(ctx, target);
  const { personId } = getSpeaker(ctx);
  const aside =
    ctx.chat.role === 'private' ? null : await findPrivateChat(ctx.db, personId, ctx.channel.name);
  const place = aside ? moveTo(ctx, { ...aside, unit: null }) : ctx;
  await showDraft(place, await proposePassing(place, target, { units, own }));
  if (aside) await toast(ctx, ctx.t('cascade.shownInPrivate', { number: target.number }));
}

/** The same event, spoken of in the person's private chat. */
function moveTo(ctx: Context, chat: ChatWithUnit): Context {
  const locale = localeOf(ctx.speaker?.locale ?? chat.locale, ctx.runtime.settings.ORG_LOCALE);
  return { ...ctx, chat, locale, t: texts[locale] };
}
