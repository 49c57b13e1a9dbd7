import { sayDeadline } from '../../core/deadline/say-deadline.js';
import type { Unit } from '../../store/units.js';
import type { Asking } from '../deed.js';
import { findMovedDue } from '../drafts/describe-due.js';

type Place = Pick<Unit, 'id' | 'timeZone'>;

/** What was said, and that the new deadline is on a day off: no preview stands before more time, which would tell. */
export async function noteDayOff(
  ctx: Asking,
  said: string,
  dueAt: Date | null,
  unit: Place | null = null,
): Promise<string> {
  const note = await sayDayOff(ctx, dueAt, unit);
  return note === null ? said : `${said}\n${note}`;
}

/** That this deadline is on a day off, of all or of one unit, and the next working day; null when it is not. */
export async function sayDayOff(
  ctx: Asking,
  dueAt: Date | null,
  unit: Place | null = null,
): Promise<string | null> {
  const moved = await findMovedDue(ctx, dueAt, unit?.id ?? null);
  if (!dueAt || !moved) return null;
  const zone = unit?.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE;
  const say = (at: Date) => sayDeadline(ctx.t, at, zone);
  return ctx.t('change.dayOff', { due: say(dueAt), next: say(moved) });
}
