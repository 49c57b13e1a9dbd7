import { reminderPlan } from '../../config/rules.js';
import type { AuditTarget } from '../../core/audit.js';
import { readCalendarOrder, type CalendarOrder } from '../../core/calendar/calendar-order.js';
import { addDays } from '../../core/calendar/iso-date.js';
import { UserError } from '../../core/errors.js';
import { branchOf } from '../../core/tree.js';
import { replanReminders } from '../../store/assignments.js';
import { clearDay, lockCalendar, setDay, setUnitHours } from '../../store/calendar.js';
import { listUnits, type Unit } from '../../store/units.js';
import { audit } from '../../services/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise } from '../../services/authorise.js';
import { endLeaves, giveLeave } from '../setup/change-leave.js';
import { getUnit } from '../../services/find-unit.js';
import { sayHours, saySpan } from '../../core/calendar/say-calendar.js';
import { showCalendar } from '../setup/show-calendar.js';

type DayOrder = Extract<CalendarOrder, { verb: 'off' | 'work' | 'clear' }>;

/** `/calendar` shows days off, hours and leaves; `/calendar off|work|clear|hours|leave …` sets them, for all or a branch. */
export const calendarCommand: Command = {
  names: ['calendar', 'lich'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const codes = new Set((await listUnits(ctx.db)).map(({ code }) => code));
    const isUnit = (word: string) => codes.has(word.toUpperCase());
    const zone = ctx.runtime.settings.ORG_TIME_ZONE;
    const order = readCalendarOrder(args, { now: ctx.now, zone, isUnit });
    if ('problem' in order) throw new UserError(`calendar.problem.${order.problem}`, { value: order.value });
    const unit = order.unit === null ? null : await getUnit(ctx, order.unit);
    if (order.verb === 'show') return showCalendar(ctx, unit);
    await authorise(ctx, 'manage-calendar', unit?.id ?? null);
    await lockCalendar(ctx.db);
    await carryOut(ctx, order, unit);
  },
};

async function carryOut(ctx: Context, order: CalendarOrder, unit: Unit | null): Promise<void> {
  switch (order.verb) {
    case 'off':
    case 'work':
    case 'clear':
      return changeDays(ctx, order, unit);
    case 'hours': {
      await setUnitHours(ctx.db, unit!.id, order.hours);
      await replan(ctx, unit);
      await audit(ctx, 'set-hours', targetOf(unit), { ...order.hours });
      const values = {
        unit: `${unit!.code} ${unit!.name}`,
        hours: order.hours ? sayHours(ctx.t, order.hours) : '',
      };
      return answer(ctx, ctx.t(order.hours ? 'calendar.hoursSet' : 'calendar.hoursCleared', values));
    }
    case 'leave':
      await audit(ctx, 'give-leave', targetOf(unit), { firstDay: order.firstDay, lastDay: order.lastDay });
      return giveLeave(ctx, unit!, order);
    case 'return':
      await audit(ctx, 'end-leave', targetOf(unit));
      return endLeaves(ctx, unit!);
    case 'show':
  }
}

async function changeDays(ctx: Context, order: DayOrder, unit: Unit | null): Promise<void> {
  const { verb, firstDay, lastDay, note } = order;
  const by = { personId: ctx.speaker?.personId ?? null, now: ctx.now };
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
  await answer(ctx, ctx.t(`calendar.done.${verb}`, { days, who }));
}

/** Reminders planned by the calendar that was: the last call before a deadline must not wait for a day behind it. */
async function replan(ctx: Context, unit: Unit | null): Promise<void> {
  const unitIds = unit ? branchOf(await listUnits(ctx.db), unit.id) : null;
  await replanReminders(ctx.db, unitIds, ctx.now, reminderPlan(ctx.runtime.settings));
}

const targetOf = (unit: Unit | null): AuditTarget => (unit ? `unit:${unit.code}` : 'all');
