import type { Db } from './db.js';

/** A new wording as it was shown; null when there is none. */
export async function findAmendmentDraft(db: Db, id: number) {
  return db.amendmentDraft.findUnique({ where: { id } });
}

export type AmendmentDraft = NonNullable<Awaited<ReturnType<typeof findAmendmentDraft>>>;

/** Writes down what the preview shows. It never changes: other words are another one. */
export async function createAmendmentDraft(
  db: Db,
  data: Omit<AmendmentDraft, 'id' | 'state'>,
): Promise<AmendmentDraft> {
  return db.amendmentDraft.create({ data });
}

/** True for the one who was first to decide on it. */
export async function settleAmendmentDraft(
  db: Db,
  id: number,
  state: 'applied' | 'discarded',
): Promise<boolean> {
  const { count } = await db.amendmentDraft.updateMany({ where: { id, state: 'draft' }, data: { state } });
  return count === 1;
}

/** What this person wrote here before for the same directive is void. Returns it. */
export async function replaceAmendmentDrafts(
  db: Db,
  where: Pick<AmendmentDraft, 'directiveId' | 'personId' | 'chatId'>,
): Promise<AmendmentDraft[]> {
  return db.amendmentDraft.updateManyAndReturn({
    where: { ...where, state: 'draft' },
    data: { state: 'discarded' },
  });
}

/** Forgets those that nobody would decide on any more. Returns how many. */
export async function forgetAmendmentDrafts(db: Db, createdBefore: Date): Promise<number> {
  const { count } = await db.amendmentDraft.deleteMany({ where: { createdAt: { lt: createdBefore } } });
  return count;
}

/** What a directive said in this version; null where that is not known. */
export async function findWording(db: Db, directiveId: number, version: number) {
  const where = { directiveId_version: { directiveId, version } };
  return db.directiveVersion.findUnique({ where, select: { title: true, body: true, dueAt: true } });
}
