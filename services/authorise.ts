import { isAllowed, isAllowedSomewhere, type Action } from '../core/authorise.js';
import { UserError } from '../core/errors.js';
import { pathOf } from '../core/tree.js';
import type { Speaker } from '../store/people.js';
import { listPaths } from '../store/units.js';
import type { Deed } from './deed.js';

/** The speaker. Throws UserError when the platform does not say who spoke. */
export function getSpeaker(ctx: Pick<Deed, 'speaker'>): Speaker {
  if (!ctx.speaker) throw new UserError('error.anonymous');
  return ctx.speaker;
}

/** Throws UserError unless the speaker may do `action` for `unitId` (the whole organisation when null). */
export async function authorise(
  ctx: Pick<Deed, 'db' | 'speaker'>,
  action: Action,
  unitId: number | null = null,
): Promise<Speaker> {
  const speaker = getSpeaker(ctx);
  const path = unitId === null ? [] : pathOf(await listPaths(ctx.db, [unitId]), unitId);
  if (!isAllowed(speaker.roles, action, path)) throw new UserError('error.notAllowed');
  return speaker;
}

/** The speaker, if `action` is open to them for any unit at all. Throws UserError when it is not. */
export function authoriseSomewhere(ctx: Pick<Deed, 'speaker'>, action: Action): Speaker {
  const speaker = getSpeaker(ctx);
  if (!isAllowedSomewhere(speaker.roles, action)) throw new UserError('error.notAllowed');
  return speaker;
}
