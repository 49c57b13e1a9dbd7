import { reminderPlan } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { extendUnit, listReached } from '../../store/changes.js';
import type { Deed } from '../deed.js';
import { tellChangedBelow } from '../cascade/tell-below.js';
import type { OpenDirective } from './find-changeable.js';
import { tellChange } from './tell-groups.js';

/**
 * One unit gets more time: deadline, reminders, the message in its groups and a note under it. Returns the deadline
 * before. Throws UserError when it owes nothing or `dueAt` gives it no more time: what was written is undone with it.
 */
export async function giveMoreTime(
  ctx: Deed,
  directive: OpenDirective,
  unit: { id: number; code: string },
  dueAt: Date,
): Promise<Date | null> {
  const { db, now } = ctx;
  const { number, id: directiveId } = directive;
  const reminders = reminderPlan(ctx.runtime.settings);
  const extended = await extendUnit(db, { directiveId, unitId: unit.id, dueAt }, now, reminders);
  if (!extended) throw new UserError('change.notOwing', { number, code: unit.code });
  const { before } = extended;
  checkLater(ctx, before, dueAt);
  const groups = await listReached(db, directiveId, unit.id);
  const told = {
    key: `unit:${unit.id}:${dueAt.getTime()}`,
    before: { ...directive, dueAt: before },
    after: { ...directive, dueAt },
    count: null,
  };
  await tellChange(ctx, { directive, ...told }, groups);
  await tellChangedBelow(ctx, directive, { ...told, unitId: unit.id });
  return before;
}

/** Throws UserError when it gives no more time. */
export function checkLater(ctx: Deed, before: Date | null, dueAt: Date): void {
  if (before && dueAt <= before)
    throw new UserError('change.notLater', {
      due: sayDeadline(ctx.t, before, ctx.runtime.settings.ORG_TIME_ZONE),
    });
}
