import type { Db, Prisma } from './db.js';

export interface RequestKey {
  tokenId: number;
  /** The Idempotency-Key. */
  key: string;
  /** Of what was asked for. */
  request: string;
}

/**
 * Takes a key for this request, until the transaction ends: whoever comes with the same key meanwhile waits for it. `new`:
 * the answer is to be kept; else what the first request came to, or that it was another one.
 */
export async function takeRequestKey(
  db: Db,
  { tokenId, key, request }: RequestKey,
  now: Date,
): Promise<{ kind: 'new' } | { kind: 'other' } | { kind: 'same'; body: unknown }> {
  const taken = await db.$executeRaw`
    insert into "ApiAnswer" ("tokenId", key, request, "createdAt")
    values (${tokenId}::int, ${key}, ${request}, ${now}::timestamptz) on conflict do nothing`;
  if (taken === 1) return { kind: 'new' };
  const first = await db.apiAnswer.findUnique({ where: { tokenId_key: { tokenId, key } } });
  return first?.request === request ? { kind: 'same', body: first.body } : { kind: 'other' };
}

/** Keeps what the request of a key came to, in the transaction that did it. */
export async function keepApiAnswer(
  db: Db,
  { tokenId, key }: RequestKey,
  body: Prisma.InputJsonValue,
): Promise<void> {
  await db.apiAnswer.update({ where: { tokenId_key: { tokenId, key } }, data: { body } });
}

/** Lets go of answers that are older than `before`. Returns how many. */
export async function forgetApiAnswers(db: Db, before: Date): Promise<number> {
  return (await db.apiAnswer.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
