import { findPassedPart } from '../../store/cascade.js';
import type { Asking } from '../deed.js';

/** The original below the words that the unit adds; without any the original alone. */
export async function addOwnWords(
  ctx: Pick<Asking, 'db' | 't'>,
  passedFromId: number,
  own: string,
): Promise<string> {
  const part = await findPassedPart(ctx.db, passedFromId);
  const { number, body = '' } = part?.directive ?? {};
  if (own === '' || body === '') return own === '' ? body : own;
  return `${own}\n\n${ctx.t('cascade.original', { number: number ?? '' })}\n${body}`;
}
