import { UserError } from '../../core/errors.js';
import { findDirectiveDelivery } from '../../store/settlements.js';
import type { Deed } from '../deed.js';
import { requireChangeable, type OpenDirective } from './find-changeable.js';

export type DirectiveDelivery = Omit<
  NonNullable<Awaited<ReturnType<typeof findDirectiveDelivery>>>,
  'directive'
> & { directive: OpenDirective };

/** The delivery a button names, when the speaker may change its directive. Throws UserError else. */
export async function getDelivery(ctx: Deed, id: number | null): Promise<DirectiveDelivery> {
  const delivery = id === null ? null : await findDirectiveDelivery(ctx.db, id);
  if (!delivery) throw new UserError('error.oldButton');
  return { ...delivery, directive: await requireChangeable(ctx, delivery.directive) };
}
