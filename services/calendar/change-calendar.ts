import { reminderPlan } from '../../config/rules.js';
import type { AuditTarget } from '../../core/audit.js';
import type { CalendarOrder } from '../../core/calendar/calendar-order.js';
import { addDays } from '../../core/calendar/iso-date.js';
import { sayHours, saySpan } from '../../core/calendar/say-calendar.js';
import type { WorkingHours } from '../../core/calendar/working-calendar.js';
import { UserError } from '../../core/errors.js';
import { branchOf } from '../../core/tree.js';
import { replanReminders } from '../../store/assignments.js';
import { clearDay, lockCalendar, setDay, setUnitHours } from '../../store/calendar.js';
import { listUnits, type Unit } from '../../store/units.js';
import { audit } from '../audit.js';
import { authorise, getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { getUnit } from '../find-unit.js';
import { endLeaves, giveLeave } from './change-leave.js';

export type CalendarChange = Exclude<CalendarOrder, { verb: 'show' }>;
type Swap = Extract<CalendarOrder, { verb: 'swap' }>;
type DayChange = Extract<CalendarOrder, { verb: 'off' | 'work' | 'clear' }>;

/** Sets days, hours or a leave, for all or for a branch. Returns what to say. Throws UserError. */
export async function changeCalendar(ctx: Deed, change: CalendarChange): Promise<string> {
  const unit = change.unit === null ? null : await getUnit(ctx, change.unit);
  await authorise(ctx, 'manage-calendar', unit?.id ?? null);
  await lockCalendar(ctx.db);
  switch (change.verb) {
    case 'off':
    case 'work':
    case 'clear':
      return changeDays(ctx, change, unit);
    case 'swap':
      return swapDays(ctx, change, unit);
    case 'hours':
      return changeHours(ctx, unit!, change);
    case 'leave':
      return giveLeave(ctx, unit!, change);
    case 'return':
      return endLeaves(ctx, unit!);
  }
}

async function changeHours(
  ctx: Deed,
  unit: Unit,
  { hours, hasBreak }: { hours: WorkingHours | null; hasBreak?: true },
): Promise<string> {
  await setUnitHours(ctx.db, unit.id, hours);
  await replan(ctx, unit);
  await audit(ctx, 'set-hours', targetOf(unit), { ...hours });
  const values = { unit: `${unit.code} ${unit.name}`, hours: hours ? sayHours(ctx.t, hours) : '' };
  const said = ctx.t(hours ? 'calendar.hoursSet' : 'calendar.hoursCleared', values);
  return hasBreak ? `${said} ${ctx.t('calendar.noBreak')}` : said;
}

/** Both or neither: the deed is one transaction. */
async function swapDays(ctx: Deed, { off, work, note }: Swap, unit: Unit | null): Promise<string> {
  const of = { unit: unit?.code ?? null, note };
  const first = await changeDays(ctx, { verb: 'off', ...of, ...off }, unit);
  return `${first}\n${await changeDays(ctx, { verb: 'work', ...of, ...work }, unit)}`;
}

async function changeDays(ctx: Deed, change: DayChange, unit: Unit | null): Promise<string> {
  const { verb, firstDay, lastDay, note } = change;
  const by = { personId: getSpeaker(ctx).personId, now: ctx.now };
  let cleared = 0;
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    if (verb === 'clear') cleared += (await clearDay(ctx.db, unit?.id ?? null, day)) ? 1 : 0;
    else await setDay(ctx.db, { unitId: unit?.id ?? null, day, isWorked: verb === 'work', note }, by);
  }
  const days = saySpan(ctx.t, firstDay, lastDay);
  if (verb === 'clear' && cleared === 0) throw new UserError('calendar.nothingToClear', { days });
  await replan(ctx, unit);
  const action = verb === 'clear' ? 'clear-days' : 'set-days';
  await audit(ctx, action, targetOf(unit), { firstDay, lastDay, verb });
  const who = unit ? `${unit.code} ${unit.name}` : ctx.t('calendar.everyone');
  return ctx.t(`calendar.done.${verb}`, { days, who });
}

/** Reminders planned by the calendar that was: the last call before a deadline must not wait for a day behind it. */
async function replan(ctx: Deed, unit: Unit | null): Promise<void> {
  const unitIds = unit ? branchOf(await listUnits(ctx.db), unit.id) : null;
  await replanReminders(ctx.db, unitIds, ctx.now, reminderPlan(ctx.runtime.settings));
}

const targetOf = (unit: Unit | null): AuditTarget => (unit ? `unit:${unit.code}` : 'all');
