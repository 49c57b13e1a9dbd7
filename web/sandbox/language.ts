import type { Context } from 'hono';
import type { Runtime } from '../../config/runtime.js';
import { localeOf, texts, type Locale, type Translate } from '../../locales/texts.js';

export interface Language {
  locale: Locale;
  t: Translate;
}

/** The page's language: as its address says, else the organisation's. */
export function chooseLanguage(c: Context, { settings }: Pick<Runtime, 'settings'>): Language {
  const locale = localeOf(c.req.query('lang') ?? null, settings.ORG_LOCALE);
  return { locale, t: texts[locale] };
}
