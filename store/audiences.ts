import { foldName, parseAudience } from '../core/audience/audience.js';
import type { SavedAudience } from '../core/audience/resolve-audience.js';
import type { Db } from './db.js';

/** All saved audiences as resolveAudience takes them, by name. */
export async function listSavedAudiences(db: Db): Promise<SavedAudience[]> {
  const rows = await listAudiences(db);
  return rows.map(({ name, words }) => ({ name, terms: parseAudience(words) }));
}

/** All saved audiences as they were written, by name. */
export async function listAudiences(db: Db) {
  return db.savedAudience.findMany({ orderBy: { fold: 'asc' } });
}

/** The one with this name, whatever its case and marks; null when there is none. */
export async function findAudience(db: Db, name: string) {
  return db.savedAudience.findUnique({ where: { fold: foldName(name) } });
}

/** Saves a targets expression under a name, in the place of the one that had it. */
export async function saveAudience(
  db: Db,
  { name, words }: { name: string; words: string },
  by: { personId: number; now: Date },
): Promise<void> {
  const fold = foldName(name);
  await db.savedAudience.upsert({
    where: { fold },
    create: { name, fold, words, createdById: by.personId, createdAt: by.now },
    update: { words },
  });
}

/** Forgets a saved audience. */
export async function deleteAudience(db: Db, id: number): Promise<void> {
  await db.savedAudience.deleteMany({ where: { id } });
}
