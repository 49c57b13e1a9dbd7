import { reminderPlan } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { localDate } from '../../core/calendar/iso-date.js';
import { branchOf } from '../../core/tree.js';
import { planFirstReminders } from '../../store/assignments.js';
import { addLeave, excuseUnits, removeLeaves } from '../../store/leaves.js';
import { listUnits, type Unit } from '../../store/units.js';
import { findDirective } from '../../store/directives.js';
import { audit } from '../audit.js';
import type { Deed } from '../deed.js';
import { followBelow } from '../replies/follow-change.js';
import { saySpan } from '../../core/calendar/say-calendar.js';

interface Span {
  firstDay: string;
  lastDay: string;
  note: string;
}

/** Excuses the unit and those below it for a time: neither reminded nor late. Returns what to say. */
export async function giveLeave(ctx: Deed, unit: Unit, { firstDay, lastDay, note }: Span): Promise<string> {
  await audit(ctx, 'give-leave', `unit:${unit.code}`, { firstDay, lastDay });
  const by = { personId: ctx.speaker?.personId ?? null, now: ctx.now };
  await addLeave(ctx.db, { unitId: unit.id, firstDay, lastDay, note }, by);
  const excused = await judgeAnew(ctx, unit);
  const days = saySpan(ctx.t, firstDay, lastDay);
  const said = ctx.t('calendar.leaveGiven', { code: unit.code, name: unit.name, days });
  const parts = excused > 0 ? ` ${ctx.t('calendar.excused', { count: excused })}` : '';
  return said + parts;
}

/** Takes back the leaves that are not over. Throws UserError when there is none. Returns what to say. */
export async function endLeaves(ctx: Deed, unit: Unit): Promise<string> {
  await audit(ctx, 'end-leave', `unit:${unit.code}`);
  const zone = unit.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE;
  const count = await removeLeaves(ctx.db, unit.id, localDate(ctx.now, zone));
  const values = { code: unit.code, name: unit.name };
  if (count === 0) throw new UserError('calendar.notOnLeave', values);
  await judgeAnew(ctx, unit);
  return ctx.t('calendar.leaveEnded', values);
}

/** Who is excused, and the reminders of those who are no longer. Returns how many parts are excused now. */
async function judgeAnew(ctx: Deed, unit: Unit): Promise<number> {
  const { db, now, runtime } = ctx;
  const reminders = reminderPlan(runtime.settings);
  const unitIds = branchOf(await listUnits(db), unit.id);
  const changed = await excuseUnits(db, { unitIds, zone: reminders.zone });
  const owing = new Map<number, number[]>();
  for (const { directiveId, unitId, excused } of changed)
    if (!excused) owing.set(directiveId, [...(owing.get(directiveId) ?? []), unitId]);
  for (const [directiveId, ids] of owing)
    await planFirstReminders(db, { directiveId, unitIds: ids }, now, reminders);
  for (const { directiveId } of changed) await followBelow(ctx, (await findDirective(db, directiveId))!);
  return changed.filter(({ excused }) => excused).length;
}
