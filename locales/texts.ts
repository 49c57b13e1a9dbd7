import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInstance, type i18n } from 'i18next';

export type Locale = 'vi' | 'en';
export const locales: readonly Locale[] = ['vi', 'en'];

/** Turns a key such as `setup.unitAdded` and its values into words of one language. Throws on an unknown key. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const folder = path.dirname(fileURLToPath(import.meta.url));

/** All texts of one language: one file a subject, `vi/setup.json` holds the keys below `setup`. */
export function readLocale(locale: Locale): Record<string, unknown> {
  const files = readdirSync(path.join(folder, locale)).filter((file) => file.endsWith('.json'));
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8')) as unknown;
  return Object.fromEntries(files.map((file) => [path.basename(file, '.json'), read(file)]));
}

let instance: i18n | undefined;

function open(): i18n {
  if (instance) return instance;
  instance = createInstance();
  const resources = Object.fromEntries(
    locales.map((locale) => [locale, { translation: readLocale(locale) }]),
  );
  // Values are not escaped here: text stays data until a channel renders it (channels/*/render.ts).
  void instance.init({
    resources,
    lng: 'vi',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** One directive to a thousand groups says the same dozen texts each time, and looking one up costs some 70 µs. */
const rememberedTexts = 5_000;

/** The words of one language. */
export function createTexts(locale: Locale): Translate {
  const t = open().getFixedT(locale);
  const remembered = new Map<string, string>();
  return (key, values) => {
    const wanted = values ? `${key} ${JSON.stringify(values)}` : key;
    const known = remembered.get(wanted);
    if (known !== undefined) return known;
    const text = t(key, values ?? {});
    // A missing text comes back as its key.
    if (text === key) throw new Error(`No text "${key}" in locales/${locale}.`);
    if (remembered.size >= rememberedTexts) remembered.clear();
    remembered.set(wanted, text);
    return text;
  };
}

export const texts: Record<Locale, Translate> = { vi: createTexts('vi'), en: createTexts('en') };

/** The language that a chat or person may have chosen, else the organisation's. */
export function localeOf(chosen: string | null, fallback: Locale): Locale {
  return chosen === 'vi' || chosen === 'en' ? chosen : fallback;
}

/** The words for a chat that may have chosen a language, else the organisation's. */
export function textsFor(locale: string | null, fallback: Locale): Translate {
  return texts[localeOf(locale, fallback)];
}
