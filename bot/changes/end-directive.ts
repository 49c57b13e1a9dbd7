import { UserError } from '../../core/errors.js';
import { endDirective, listReached } from '../../store/changes.js';
import { audit } from '../audit.js';
import { answer, type Context } from '../context.js';
import { findChangeable, readNumber } from './find-changeable.js';
import { queueEdits, tellCancelled } from './tell-groups.js';

/** Closing is quiet: the buttons go away. Cancelling is also said in each group that has the directive. */
export async function end(ctx: Context, args: string, to: 'closed' | 'cancelled'): Promise<void> {
  const { db, now } = ctx;
  const command = to === 'closed' ? 'close' : 'cancel';
  const { number, rest } = readNumber(args, command);
  if (rest !== '') throw new UserError(`change.usage.${command}`);
  const directive = await findChangeable(ctx, number);
  if (!(await endDirective(db, directive.id, to, now))) throw new UserError('change.meanwhile', { number });
  const groups = await listReached(db, directive.id);
  await queueEdits(ctx, directive.id, to, groups);
  if (to === 'cancelled') await tellCancelled(ctx, directive, groups);
  await audit(ctx, `${command}-directive`, `directive:${number}`);
  await answer(ctx, ctx.t(`change.${to}`, { number, count: groups.length }));
}
