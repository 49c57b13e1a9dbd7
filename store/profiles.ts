import { readProfile, type Profile } from '../core/report/profile.js';
import type { Db } from './db.js';
import { findSetting, setSetting } from './settings.js';

/** One for each language: the other one's documents look different. */
const keyOf = (locale: string) => `profile.${locale}`;

/** What the organisation's documents in this language look like. */
export async function findProfile(db: Db, locale: string, organisation: string): Promise<Profile> {
  return readProfile(await findSetting(db, keyOf(locale)), locale, organisation);
}

/** Keeps the whole profile of a language. */
export async function saveProfile(db: Db, locale: string, profile: Profile): Promise<void> {
  await setSetting(db, keyOf(locale), profile);
}
