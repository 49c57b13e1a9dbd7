import { UserError } from '../../core/errors.js';
import { findDirectiveDelivery } from '../../store/settlements.js';
import type { Context } from '../context.js';
import { checkRight } from './find-changeable.js';

export type DirectiveDelivery = NonNullable<Awaited<ReturnType<typeof findDirectiveDelivery>>>;

/** The delivery a button names, when the speaker may change its directive. Throws UserError else. */
export async function getDelivery(ctx: Context, id: number | null): Promise<DirectiveDelivery> {
  const delivery = id === null ? null : await findDirectiveDelivery(ctx.db, id);
  if (!delivery) throw new UserError('error.oldButton');
  await checkRight(ctx, delivery.directive);
  return delivery;
}
