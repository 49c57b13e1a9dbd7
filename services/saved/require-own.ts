import { isAllowed } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';

/** Throws UserError unless it is the speaker's own or they may change all directives. */
export function requireOwn(ctx: Deed, { createdById }: { createdById: number }): void {
  const { personId, roles } = getSpeaker(ctx);
  if (createdById !== personId && !isAllowed(roles, 'change-directive', []))
    throw new UserError('audience.notYours');
}
