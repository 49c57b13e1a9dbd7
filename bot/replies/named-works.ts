import { mayNameWorks, namesSeveral, nameWorks } from '../../core/reading/named-works.js';
import { listOpenItems } from '../../store/answers.js';
import type { Context } from '../context.js';

/** The words with a `#` before each number of an open directive that is named without one. */
export async function withCodes(ctx: Context, words: string, unitId: number | null): Promise<string> {
  if (unitId === null || !mayNameWorks(words)) return words;
  return nameWorks(words, await openNumbers(ctx, unitId));
}

/** Whether the words are about several directives, so that none of these may have them as a whole. */
export async function isOfSeveral(ctx: Context, words: string, unitId: number): Promise<boolean> {
  return /\d/.test(words) && namesSeveral(words, await openNumbers(ctx, unitId));
}

async function openNumbers(ctx: Context, unitId: number): Promise<Set<number>> {
  return new Set((await listOpenItems(ctx.db, [unitId])).map(({ number }) => number));
}
