import { isAllowed } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';

/** Whether it is the speaker's own, or they may change all directives. */
export function isOwn(ctx: Pick<Deed, 'speaker'>, { createdById }: { createdById: number }): boolean {
  const { personId, roles } = getSpeaker(ctx);
  return createdById === personId || isAllowed(roles, 'change-directive', []);
}

/** Throws UserError unless it is the speaker's own or they may change all directives. */
export function requireOwn(ctx: Pick<Deed, 'speaker'>, saved: { createdById: number }): void {
  if (!isOwn(ctx, saved)) throw new UserError('audience.notYours');
}
