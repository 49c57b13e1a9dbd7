import { UserError } from '../../core/errors.js';
import { endDirective, listReached } from '../../store/changes.js';
import { audit } from '../audit.js';
import { endBelow } from '../cascade/tell-below.js';
import type { Deed } from '../deed.js';
import { followBelow } from '../replies/follow-change.js';
import { shortenReason } from '../replies/words.js';
import type { OpenDirective } from './find-changeable.js';
import { queueEdits, tellCancelled } from './tell-groups.js';

/**
 * Closing is quiet: the buttons go away. Cancelling is also said in each group that has the directive, with `words` for the
 * reason. Returns what to say.
 */
export async function end(
  ctx: Deed,
  directive: OpenDirective,
  to: 'closed' | 'cancelled',
  words = '',
): Promise<string> {
  const { db, now } = ctx;
  const { id, number } = directive;
  if (!(await endDirective(db, id, to, now))) throw new UserError('change.meanwhile', { number });
  const groups = await listReached(db, id);
  await queueEdits(ctx, id, to, groups);
  const reason = shortenReason(words);
  if (to === 'cancelled') await tellCancelled(ctx, directive, groups, reason);
  await audit(ctx, to === 'closed' ? 'close-directive' : 'cancel-directive', `directive:${number}`, {
    ...(reason === '' ? {} : { reason }),
  });
  await endBelow(ctx, directive, to, reason);
  await followBelow(ctx, directive);
  return ctx.t(`change.${to}`, { number, count: groups.length });
}
