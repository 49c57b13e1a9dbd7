import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Deed } from '../../services/deed.js';
import { keepApiAnswer, takeRequestKey } from '../../store/api-answers.js';
import { ApiFault } from './problem.js';

export interface Once {
  /** Null: it is done as often as it is asked for. */
  key: string | null;
  tokenId: number;
  /** What is asked for, whole: the same key for another one is a mistake. */
  asked: unknown;
}

/** What was brought as Idempotency-Key. Throws ApiFault for what is none. */
export function readOnceKey(c: Context): string | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new ApiFault(400, 'idempotency-key');
  return key;
}

/**
 * Does it, in the deed's transaction, or gives the answer again that the same request got. Two at once: the second waits
 * for the first, and does it if the first came to nothing.
 */
export async function doOnce<T>(
  deed: Deed,
  { key, tokenId, asked }: Once,
  work: () => Promise<T>,
): Promise<{ answer: T; isAgain: boolean }> {
  if (key === null) return { answer: await work(), isAgain: false };
  const request = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  const taking = { tokenId, key, request };
  const taken = await takeRequestKey(deed.db, taking, deed.now);
  if (taken.kind === 'other') throw new ApiFault(422, 'idempotency-key-reused');
  if (taken.kind === 'same') return { answer: taken.body as T, isAgain: true };
  const answer = await work();
  await keepApiAnswer(deed.db, taking, answer as object);
  return { answer, isAgain: false };
}
