import { UserError } from '../../core/errors.js';
import { listAwaiting } from '../../store/awaiting.js';
import type { OpenDirective } from '../changes/find-changeable.js';
import type { Deed } from '../deed.js';
import { accept } from './decide.js';
import { getAwaited } from './find-awaited.js';

/**
 * Accepts what waits of a directive, up to the request `last`: what came later was not seen. In the order of the
 * requests, so that two who do it at once do not wait for each other. Returns what to say.
 */
export async function acceptAll(ctx: Deed, directive: OpenDirective, last: number): Promise<string> {
  const { number } = directive;
  const waiting = (await listAwaiting(ctx.db, directive.id)).filter(({ id }) => id <= last);
  const codes: string[] = [];
  for (const { id, code } of waiting) {
    await accept(ctx, await getAwaited(ctx, id));
    codes.push(code);
  }
  if (codes.length === 0) throw new UserError('acceptance.none', { number });
  return ctx.t('acceptance.acceptedMany', { number, count: codes.length, codes: codes.join(', ') });
}
