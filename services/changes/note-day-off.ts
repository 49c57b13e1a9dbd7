import { sayDeadline } from '../../core/deadline/say-deadline.js';
import type { Unit } from '../../store/units.js';
import type { Deed } from '../deed.js';
import { findMovedDue } from '../drafts/describe-due.js';

/** What was said, and that the new deadline is on a day off: no preview stands before a change, which would tell. */
export async function noteDayOff(
  ctx: Deed,
  said: string,
  dueAt: Date | null,
  unit: Unit | null = null,
): Promise<string> {
  const moved = await findMovedDue(ctx, dueAt, unit?.id ?? null);
  if (!dueAt || !moved) return said;
  const zone = unit?.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE;
  const say = (at: Date) => sayDeadline(ctx.t, at, zone);
  return `${said}\n${ctx.t('change.dayOff', { due: say(dueAt), next: say(moved) })}`;
}
