import type { Profile } from '../../core/report/profile.js';
import { findProfile, saveProfile } from '../../store/profiles.js';
import type { Locale } from '../../locales/texts.js';
import { audit } from '../audit.js';
import { authorise } from '../authorise.js';
import type { Asking, Deed } from '../deed.js';

/** What documents in this language look like, for whoever may set it. Throws UserError else. */
export async function getLetterhead(ctx: Asking, locale: Locale): Promise<Profile> {
  await authorise(ctx, 'set-letterhead');
  return findProfile(ctx.db, locale, ctx.runtime.settings.ORG_NAME);
}

/** Sets it, whole. Returns what to say. Throws UserError without the right to. */
export async function setLetterhead(ctx: Deed, locale: Locale, after: Profile): Promise<string> {
  const before = await getLetterhead(ctx, locale);
  await saveProfile(ctx.db, locale, after);
  await audit(ctx, 'set-letterhead', 'office', { before, after });
  return ctx.t('letterhead.saved');
}
