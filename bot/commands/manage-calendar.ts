import { readCalendarOrder } from '../../core/calendar/calendar-order.js';
import { nameUnits } from '../../core/calendar/order/units.js';
import { UserError } from '../../core/errors.js';
import { changeCalendar } from '../../services/calendar/change-calendar.js';
import { getUnit } from '../../services/find-unit.js';
import { listUnits } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';
import { showCalendar } from '../setup/show-calendar.js';

/** So much of what can't be read is said again. */
const quoted = 60;

/** `/calendar` shows days off, hours and leaves; `/calendar off|work|clear|hours|leave …` sets them, for all or a branch. */
export const calendarCommand: Command = {
  names: ['calendar', 'lich'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const units = await listUnits(ctx.db);
    const codes = new Set(units.map(({ code }) => code));
    const isUnit = (word: string) => codes.has(word.toUpperCase());
    const zone = ctx.runtime.settings.ORG_TIME_ZONE;
    const order = readCalendarOrder(args, { now: ctx.now, zone, isUnit, names: nameUnits(units) });
    if ('problem' in order)
      throw new UserError(`calendar.problem.${order.problem}`, { value: order.value.slice(0, quoted) });
    if (order.verb !== 'show') return answer(ctx, await changeCalendar(ctx, order));
    await showCalendar(ctx, order.unit === null ? null : await getUnit(ctx, order.unit));
  },
};
